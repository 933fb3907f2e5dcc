import type { SentTeamInvitation, ServerTeam } from '@latchkey/react';
import { ProblemNotice, useAction } from '@latchkey/react/forms';
import { Button, Card, EmptyState, useAnnounce } from '@latchkey/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ListFailure } from '../lists/list-failure.tsx';
import { ListLoading } from '../lists/list-loading.tsx';
import { Moment } from '../page/moment.tsx';
import { useAdminApp } from '../project/use-project.ts';
import { useRefreshProject } from '../project/use-refresh-project.ts';
import { InviteDialog } from './invite-dialog.tsx';

/** Who was invited to a team, and has not answered. */
export function InvitationsCard({ team }: { team: ServerTeam }) {
  const { projectId } = useAdminApp();
  const [isInviting, setIsInviting] = useState(false);
  const query = useQuery({
    queryKey: [projectId, 'team', team.id, 'invitations'],
    queryFn: () => team.listInvitations(),
  });
  const { data: invitations } = query;
  return (
    <Card
      flush
      title="Invitations"
      description="A mail with a link that makes whoever owns the address a member."
      actions={<Button onClick={() => setIsInviting(true)}>Invite by mail</Button>}
    >
      <ListFailure noun="invitations" query={query} />
      {invitations === undefined && !query.isError ? <ListLoading noun="invitations" lines={2} /> : null}
      {invitations?.length === 0 ? <EmptyState title="No open invitations" /> : null}
      {invitations !== undefined && invitations.length > 0 ? (
        <ul>
          {invitations.map((invitation) => (
            <InvitationLine key={invitation.id} invitation={invitation} />
          ))}
        </ul>
      ) : null}
      <InviteDialog team={team} open={isInviting} onClose={() => setIsInviting(false)} />
    </Card>
  );
}

function InvitationLine({ invitation }: { invitation: SentTeamInvitation }) {
  const refresh = useRefreshProject();
  const announce = useAnnounce();
  const { isBusy, problem, run } = useAction();
  const revoke = async () => {
    const done = await run(async () => {
      await invitation.revoke();
      await refresh();
    });
    if (done) announce('The invitation was revoked.');
  };
  return (
    <li className="choices__line">
      <span className="choices__text">
        <span className="choices__title">{invitation.recipientEmail}</span>
        <span className="lk-muted">
          Expires <Moment date={invitation.expiresAt} />
        </span>
      </span>
      <Button
        size="small"
        busy={isBusy}
        label={`Revoke the invitation of ${invitation.recipientEmail}`}
        onClick={() => void revoke()}
      >
        Revoke
      </Button>
      <ProblemNotice problem={problem} className="choices__problem" />
    </li>
  );
}
