import { AccountSettings } from '@latchkey/react';
import { Page } from '../page/page.tsx';

/** What operators decide about themselves. */
export function AccountPage() {
  return (
    <Page title="Your account" description="Your name, how you sign in, where you are signed in, and your teams.">
      <AccountSettings />
    </Page>
  );
}
