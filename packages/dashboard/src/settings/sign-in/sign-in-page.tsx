import { Page } from '../../page/page.tsx';
import { DomainsCard } from './domains-card.tsx';
import { MethodsCard } from './methods-card.tsx';

/** How users come in, and where they may be sent afterwards. */
export function SignInSettingsPage() {
  return (
    <Page title="Sign-in" description="Who may sign up, with what, and from which sites." width="reading">
      <MethodsCard />
      <DomainsCard />
    </Page>
  );
}
