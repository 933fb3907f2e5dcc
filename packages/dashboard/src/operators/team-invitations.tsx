import type { SentTeamInvitation } from '@latchkey/react';
import { ProblemNotice, useAction } from '@latchkey/react/forms';
import { Button, Table, type TableColumn, useToast } from '@latchkey/ui';
import { Moment } from '../page/moment.tsx';
import { type TeamView, useRefreshOperators } from './use-team.ts';

/** Who was invited and has not come yet. */
export function TeamInvitations({ view: { team, invitations } }: { view: TeamView }) {
  const action = useAction();
  const refresh = useRefreshOperators();
  const toast = useToast();
  if (invitations.length === 0) return null;
  const revoke = async (invitation: SentTeamInvitation) => {
    const worked = await action.run(async () => {
      await invitation.revoke();
      await refresh();
    });
    if (worked) toast({ text: 'The invitation was withdrawn: its link works no longer.', tone: 'good' });
  };
  const columns: TableColumn<SentTeamInvitation>[] = [
    {
      id: 'who',
      label: 'Invited',
      isRowHeader: true,
      cell: (invitation) => <span className="mail-address">{whoOf(invitation)}</span>,
    },
    { id: 'until', label: 'Works until', cell: ({ expiresAt }) => <Moment date={expiresAt} /> },
    {
      id: 'actions',
      label: 'Actions',
      labelHidden: true,
      align: 'end',
      cell: (invitation) => (
        <Button
          size="small"
          label={`Withdraw invitation of ${whoOf(invitation)}`}
          onClick={() => void revoke(invitation)}
        >
          Withdraw
        </Button>
      ),
    },
  ];
  return (
    <div className="operators__invitations">
      <ProblemNotice problem={action.problem} />
      <Table
        caption={`Open invitations to ${team.displayName}`}
        columns={columns}
        rows={invitations}
        rowKey={({ id }) => id}
      />
    </div>
  );
}

function whoOf({ recipientEmail }: SentTeamInvitation): string {
  return recipientEmail === '' ? 'whoever has the link' : recipientEmail;
}
