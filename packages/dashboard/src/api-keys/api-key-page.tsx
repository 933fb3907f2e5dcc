import { Page } from '../page/page.tsx';

export function ApiKeyPage() {
  return <Page title="API key" />;
}
