import { Page } from '../page/page.tsx';

export function UsersPage() {
  return <Page title="Users" />;
}
