import type { CurrentUser, TeamUser } from '@latchkey/react';
import { Avatar, Button, Table, type TableColumn, Tag } from '@latchkey/ui';
import { useId, useState } from 'react';
import { LeaveTeamDialog, RemoveMemberDialog } from './remove-member-dialog.tsx';
import type { TeamView } from './use-team.ts';
import { whyNobodyLeaves } from './why-not.ts';

/** Who is in a team, and the way out of it. */
export function TeamMembers({ view }: { view: TeamView }) {
  const { operator, team, members, held } = view;
  const [leaving, setLeaving] = useState<TeamUser | null>(null);
  const reasonId = useId();
  const reason = whyNobodyLeaves(view);
  if (!held.has('$read_members')) {
    return <p className="operators__note lk-muted">You may not see who else is a member of this team.</p>;
  }
  const mayRemove = held.has('$remove_members');
  const columns: TableColumn<TeamUser>[] = [
    {
      id: 'name',
      label: 'Member',
      isRowHeader: true,
      cell: (member) => <Member member={member} operator={operator} />,
    },
    {
      id: 'actions',
      label: 'Actions',
      labelHidden: true,
      align: 'end',
      cell: (member) => {
        const isSelf = member.id === operator.id;
        if (!isSelf && !mayRemove) return null;
        return (
          <Button
            size="small"
            label={isSelf ? `Leave ${team.displayName}` : `Remove ${nameOf(member)}`}
            aria-disabled={reason !== null}
            aria-describedby={reason === null ? undefined : reasonId}
            onClick={() => setLeaving(member)}
          >
            {isSelf ? 'Leave' : 'Remove'}
          </Button>
        );
      },
    },
  ];
  return (
    <>
      <Table caption={`Members of ${team.displayName}`} columns={columns} rows={members} rowKey={({ id }) => id} />
      {reason === null ? null : (
        <p id={reasonId} className="operators__note lk-muted">
          {reason}
        </p>
      )}
      {leaving === null ? null : leaving.id === operator.id ? (
        <LeaveTeamDialog view={view} onClose={() => setLeaving(null)} />
      ) : (
        <RemoveMemberDialog view={view} userId={leaving.id} name={nameOf(leaving)} onClose={() => setLeaving(null)} />
      )}
    </>
  );
}

function Member({ member, operator }: { member: TeamUser; operator: CurrentUser }) {
  const name = nameOf(member, operator);
  return (
    <span className="operators__member">
      <Avatar name={name} src={member.teamProfile.profileImageUrl} />
      {name} {member.id === operator.id ? <Tag>you</Tag> : null}
    </span>
  );
}

/** Whoever came by an invitation has no name until they give themselves one. */
function nameOf({ id, teamProfile }: TeamUser, self?: CurrentUser): string {
  return teamProfile.displayName ?? (id === self?.id ? self.primaryEmail : null) ?? `Operator ${id.slice(0, 8)}`;
}
