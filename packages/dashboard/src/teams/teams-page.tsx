import { Page } from '../page/page.tsx';

export function TeamsPage() {
  return <Page title="Teams" />;
}
