import type { CurrentUser } from '@latchkey/react';
import { ProblemNotice, useAction } from '@latchkey/react/forms';
import { Button } from '@latchkey/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { LinkTo } from '../page/link-to.tsx';
import { stackApp } from '../session/stack-app.ts';
import { FirstRunPage } from './first-run-page.tsx';
import { InvitationRefused, isCodeRefusal } from './invitation-refused.tsx';

export interface AcceptInvitationProps {
  user: CurrentUser;
  code: string;
  team: string;
}

/** Lets somebody who is an operator already join another team as who they are. */
export function AcceptInvitation({ user, code, team }: AcceptInvitationProps) {
  const action = useAction();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  if (isCodeRefusal(action.error)) return <InvitationRefused error={action.error} />;
  const accept = async () => {
    if (!(await action.run(() => stackApp.acceptTeamInvitation(code)))) return;
    await queryClient.invalidateQueries();
    await navigate({ to: '/', replace: true });
  };
  return (
    <FirstRunPage
      title={`Join ${team}`}
      description={
        <>
          You are signed in as <strong>{user.primaryEmail ?? user.displayName ?? user.id}</strong>. You will administer
          the projects that this team owns.
        </>
      }
    >
      <ProblemNotice problem={action.problem} />
      <Button variant="primary" busy={action.isBusy} onClick={() => void accept()}>
        Join
      </Button>
      <LinkTo to="/">Not now</LinkTo>
    </FirstRunPage>
  );
}
