import { Page } from '../../page/page.tsx';

export function GeneralPage() {
  return <Page title="Settings" />;
}
