import { Page } from '../page/page.tsx';

export function ConnectPage() {
  return <Page title="Connect your application" />;
}
