import { Page } from '../page/page.tsx';

export function UserPage() {
  return <Page title="User" />;
}
