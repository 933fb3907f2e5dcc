import { useUser } from '@latchkey/react';
import { Skeleton } from '@latchkey/ui';
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { LinkTo } from '../page/link-to.tsx';
import { FailedPage } from '../page/failed-page.tsx';
import { stackApp } from '../session/stack-app.ts';
import { AcceptInvitation } from './accept-invitation.tsx';
import { FirstRunPage } from './first-run-page.tsx';
import { InvitationRefused } from './invitation-refused.tsx';
import { JoinAsNewOperator } from './join-as-new-operator.tsx';
import { type LinkCode, useLinkCode } from './link-code.ts';

/** Makes whoever was invited an operator, by the link of a mail or one that was handed over. */
export function JoinPage() {
  const linkCode = useLinkCode();
  if (linkCode === null) {
    return (
      <FirstRunPage
        title="Open your invitation again"
        description="This page works with the link of an invitation alone: the one from the mail, or the one that an operator gave you."
      >
        <LinkTo to="/">Sign in</LinkTo>
      </FirstRunPage>
    );
  }
  return (
    <Suspense fallback={<Waiting />}>
      <Invitation key={linkCode.code} linkCode={linkCode} />
    </Suspense>
  );
}

function Invitation({ linkCode }: { linkCode: LinkCode }) {
  const { code } = linkCode;
  const user = useUser({ includeRestricted: true });
  const {
    data: details,
    error,
    refetch,
  } = useQuery({
    queryKey: ['invitation', code],
    queryFn: () => stackApp.getTeamInvitationDetails(code),
    staleTime: Infinity,
    gcTime: 0,
  });
  if (error !== null) return <FailedPage error={error} reset={() => void refetch()} />;
  if (details === undefined) return <Waiting />;
  if (details.status === 'error') return <InvitationRefused error={details.error} />;
  const { teamDisplayName } = details.data;
  if (user !== null) return <AcceptInvitation user={user} code={code} team={teamDisplayName} />;
  return <JoinAsNewOperator team={teamDisplayName} {...linkCode} />;
}

function Waiting() {
  return (
    <FirstRunPage title="Join">
      <div role="status" aria-busy="true" aria-label="Loading">
        <Skeleton lines={4} />
      </div>
    </FirstRunPage>
  );
}
