import { Page } from '../../page/page.tsx';

export function SignInSettingsPage() {
  return <Page title="Sign-in" />;
}
