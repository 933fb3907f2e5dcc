import { Page } from '../page/page.tsx';

export function ProjectsPage() {
  return <Page title="Projects" />;
}
