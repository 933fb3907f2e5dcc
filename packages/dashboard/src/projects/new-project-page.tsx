import { Page } from '../page/page.tsx';

export function NewProjectPage() {
  return <Page title="New project" />;
}
