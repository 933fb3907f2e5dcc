import type { ServerTeam, ServerUser } from '@latchkey/react';
import { Button, EmptyState, Menu, Table } from '@latchkey/ui';
import { useState } from 'react';
import { nameOfUser } from '../api-keys/name-of-user.ts';
import { ListCard } from '../lists/list-card.tsx';
import { rowsPerPage } from '../lists/page-search.ts';
import { usePages } from '../lists/use-pages.ts';
import { PermissionsDialog } from '../permissions/permissions-dialog.tsx';
import { RemoveMemberDialog } from '../teams/remove-member-dialog.tsx';
import { TeamCount } from '../teams/team-count.tsx';
import { TeamLink } from '../teams/team-link.tsx';
import { AddToTeamDialog } from './add-to-team-dialog.tsx';
import { GrantedInTeam } from './granted-in-team.tsx';

type Question = { ask: 'add' } | { ask: 'permissions' | 'leave'; team: ServerTeam };

/** The teams that a user is a member of. */
export function UserTeamsCard({ user }: { user: ServerUser }) {
  const [question, setQuestion] = useState<Question | null>(null);
  const close = () => setQuestion(null);
  const list = usePages({
    name: `teams of ${user.id}`,
    filter: {},
    read: (_, cursor) =>
      user.listTeams({ limit: rowsPerPage, includeCounts: true, ...(cursor !== undefined && { cursor }) }),
  });
  return (
    <>
      <ListCard
        {...list}
        noun="teams"
        title="Teams"
        actions={<Button onClick={() => setQuestion({ ask: 'add' })}>Add to a team</Button>}
        empty={<EmptyState title="In no team">Members share the keys of their team.</EmptyState>}
      >
        {(teams, { busy }) => (
          <Table
            caption={`Teams of ${nameOfUser(user)}`}
            busy={busy}
            className="people"
            rows={teams}
            rowKey={({ id }) => id}
            columns={[
              { id: 'team', label: 'Team', isRowHeader: true, cell: (team) => <TeamLink team={team} /> },
              { id: 'permissions', label: 'Permissions', cell: (team) => <GrantedInTeam user={user} team={team} /> },
              { id: 'members', label: 'Members', align: 'end', cell: (team) => <TeamCount team={team} of="members" /> },
              {
                id: 'actions',
                label: 'Actions',
                labelHidden: true,
                cell: (team) => (
                  <Menu
                    label={`Actions for ${team.displayName}`}
                    size="small"
                    items={[
                      { label: 'Permissions…', onSelect: () => setQuestion({ ask: 'permissions', team }) },
                      {
                        label: 'Remove from team…',
                        tone: 'danger',
                        onSelect: () => setQuestion({ ask: 'leave', team }),
                      },
                    ]}
                  />
                ),
              },
            ]}
          />
        )}
      </ListCard>
      {question?.ask === 'add' ? <AddToTeamDialog user={user} onClose={close} /> : null}
      {question?.ask === 'permissions' ? <PermissionsDialog user={user} team={question.team} onClose={close} /> : null}
      {question?.ask === 'leave' ? <RemoveMemberDialog user={user} team={question.team} onClose={close} /> : null}
    </>
  );
}
