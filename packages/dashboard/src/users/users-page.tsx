import { Button } from '@latchkey/ui';
import { useState } from 'react';
import { ListCard } from '../lists/list-card.tsx';
import { NothingFound } from '../lists/nothing-found.tsx';
import { offsetOf } from '../lists/page-search.ts';
import { Page } from '../page/page.tsx';
import { CreateUserDialog } from './create-user-dialog.tsx';
import { NoUsers } from './no-users.tsx';
import { useUsers } from './use-users.ts';
import { UserTable } from './user-table.tsx';
import { UsersToolbar } from './users-toolbar.tsx';

export function UsersPage() {
  const [isCreating, setIsCreating] = useState(false);
  const { search, query, isNarrowed, show, goOn, goBack, clear } = useUsers();
  const create = (
    <Button variant="primary" onClick={() => setIsCreating(true)}>
      Create user
    </Button>
  );
  return (
    <Page title="Users" description="Everybody who has an account in your application." actions={create}>
      <ListCard
        noun="users"
        query={query}
        toolbar={<UsersToolbar search={search} onChange={show} />}
        empty={isNarrowed ? <NothingFound noun="users" onClear={clear} /> : <NoUsers />}
        offset={offsetOf(search)}
        onPrevious={goBack}
        onNext={goOn}
      >
        {(users, { busy }) => <UserTable users={users} search={search} busy={busy} onSort={show} />}
      </ListCard>
      <CreateUserDialog open={isCreating} onClose={() => setIsCreating(false)} />
    </Page>
  );
}
