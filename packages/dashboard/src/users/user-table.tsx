import type { ServerUser } from '@latchkey/react';
import { Table, type TableColumn } from '@latchkey/ui';
import { Moment } from '../page/moment.tsx';
import type { UsersView } from './use-users.ts';
import { UserCount } from './user-count.tsx';
import { UserLink } from './user-link.tsx';
import { nextOrder, sortedBy, type UserSearch, type UserSort } from './user-search.ts';
import { UserState } from './user-state.tsx';

export interface UserTableProps {
  users: readonly ServerUser[];
  search: UserSearch;
  busy: boolean;
  onSort: UsersView['show'];
}

export function UserTable({ users, search, busy, onSort }: UserTableProps) {
  const sortable = (sort: UserSort): Pick<TableColumn<ServerUser>, 'sorted' | 'onSort'> => ({
    sorted: sortedBy(search, sort),
    onSort: () => onSort(nextOrder(search, sort)),
  });
  return (
    <Table
      caption="Users"
      busy={busy}
      rows={users}
      rowKey={({ id }) => id}
      className="people"
      columns={[
        { id: 'user', label: 'User', isRowHeader: true, cell: (user) => <Name user={user} /> },
        { id: 'address', label: 'Address', cell: (user) => <Address user={user} /> },
        { id: 'keys', label: 'Keys', align: 'end', cell: (user) => <UserCount user={user} of="keys" /> },
        { id: 'teams', label: 'Teams', align: 'end', cell: (user) => <UserCount user={user} of="teams" /> },
        {
          id: 'active',
          label: 'Last active',
          cell: ({ lastActiveAt }) => <Moment date={lastActiveAt} />,
          ...sortable('last-active'),
        },
        {
          id: 'signed-up',
          label: 'Signed up',
          cell: ({ signedUpAt }) => <Moment date={signedUpAt} />,
          ...sortable('signed-up'),
        },
      ]}
    />
  );
}

function Name({ user }: { user: ServerUser }) {
  return (
    <span className="people__name">
      <UserLink user={user} />
      <UserState user={user} />
    </span>
  );
}

function Address({ user: { primaryEmail } }: { user: ServerUser }) {
  if (primaryEmail === null) return <span className="lk-faint">none</span>;
  return (
    <span className="people__text lk-muted" title={primaryEmail}>
      {primaryEmail}
    </span>
  );
}
