import { Page } from '../../page/page.tsx';

export function ProjectKeysPage() {
  return <Page title="Project keys" />;
}
