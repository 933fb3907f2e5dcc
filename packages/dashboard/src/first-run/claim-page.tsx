import { Page } from '../page/page.tsx';

export function ClaimPage() {
  return <Page title="Claim this installation" />;
}
