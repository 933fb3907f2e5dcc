import { useSuspenseQuery } from '@tanstack/react-query';
import { LinkTo } from '../page/link-to.tsx';
import { installationQuery } from '../session/installation-query.ts';
import { ClaimForm } from './claim-form.tsx';
import { FirstRunPage } from './first-run-page.tsx';
import { useLinkCode } from './link-code.ts';

/** Makes whoever can read the server's terminal the first operator. */
export function ClaimPage() {
  const { isClaimed } = useSuspenseQuery(installationQuery).data;
  const linkCode = useLinkCode();
  if (isClaimed) return <ClaimedAlready />;
  return (
    <FirstRunPage
      title="Claim this installation"
      description="You become its first operator: the one who administers its projects, their users and their API keys."
    >
      <ClaimForm key={linkCode?.code} codeFromLink={linkCode?.code} />
    </FirstRunPage>
  );
}

function ClaimedAlready() {
  return (
    <FirstRunPage
      title="This installation has an operator"
      description="It can be claimed once. If it was not you, ask an operator for an invitation; whoever runs the server can let themselves in with latchkey operator reset."
    >
      <LinkTo to="/" variant="primary">
        Sign in
      </LinkTo>
    </FirstRunPage>
  );
}
