import { Page } from '../page/page.tsx';

export function JoinPage() {
  return <Page title="Join" />;
}
