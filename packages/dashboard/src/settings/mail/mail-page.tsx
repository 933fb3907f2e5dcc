import { Page } from '../../page/page.tsx';

export function MailPage() {
  return <Page title="Mail" />;
}
