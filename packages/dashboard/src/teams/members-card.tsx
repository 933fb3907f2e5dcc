import type { ServerTeam, ServerUser } from '@latchkey/react';
import { Button, EmptyState } from '@latchkey/ui';
import { useState } from 'react';
import { ListCard } from '../lists/list-card.tsx';
import { NothingFound } from '../lists/nothing-found.tsx';
import { SearchField } from '../lists/search-field.tsx';
import { PermissionsDialog } from '../permissions/permissions-dialog.tsx';
import { AddMemberDialog } from './add-member-dialog.tsx';
import { MemberTable } from './member-table.tsx';
import { RemoveMemberDialog } from './remove-member-dialog.tsx';
import { useMembers } from './use-members.ts';

type Question = { ask: 'add' } | { ask: 'permissions' | 'removal'; user: ServerUser };

/** Who is in a team. */
export function MembersCard({ team }: { team: ServerTeam }) {
  const [question, setQuestion] = useState<Question | null>(null);
  const close = () => setQuestion(null);
  const { search, onSearch, isLarge, list } = useMembers(team);
  return (
    <>
      <ListCard
        {...list}
        noun="members"
        title="Members"
        actions={<Button onClick={() => setQuestion({ ask: 'add' })}>Add member</Button>}
        toolbar={
          // A few are seen at a glance.
          isLarge || search !== '' ? (
            <SearchField label="Search members" placeholder="Name, address or id" value={search} onSearch={onSearch} />
          ) : null
        }
        empty={
          search === '' ? (
            <EmptyState title="Nobody is in this team">Its keys keep working. Add a member, or delete it.</EmptyState>
          ) : (
            <NothingFound noun="members" onClear={() => onSearch('')} />
          )
        }
      >
        {(members, { busy }) => (
          <MemberTable
            team={team}
            members={members}
            busy={busy}
            isLarge={isLarge}
            onPermissions={(user) => setQuestion({ ask: 'permissions', user })}
            onRemove={(user) => setQuestion({ ask: 'removal', user })}
          />
        )}
      </ListCard>
      {question?.ask === 'add' ? <AddMemberDialog team={team} onClose={close} /> : null}
      {question?.ask === 'permissions' ? <PermissionsDialog user={question.user} team={team} onClose={close} /> : null}
      {question?.ask === 'removal' ? <RemoveMemberDialog user={question.user} team={team} onClose={close} /> : null}
    </>
  );
}
