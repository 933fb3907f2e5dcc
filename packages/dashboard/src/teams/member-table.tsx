import type { ServerTeam, ServerUser } from '@latchkey/react';
import { Menu, Table, type TableColumn } from '@latchkey/ui';
import { useQuery } from '@tanstack/react-query';
import { nameOfUser } from '../api-keys/name-of-user.ts';
import { Moment } from '../page/moment.tsx';
import { PermissionTags } from '../permissions/permission-tags.tsx';
import { useAdminApp } from '../project/use-project.ts';
import { UserLink } from '../users/user-link.tsx';
import { UserState } from '../users/user-state.tsx';

export interface MemberTableProps {
  team: ServerTeam;
  members: readonly ServerUser[];
  busy: boolean;
  /** There are too many to read what each may do: the dialog of each tells. */
  isLarge: boolean;
  onPermissions: (member: ServerUser) => void;
  onRemove: (member: ServerUser) => void;
}

export function MemberTable(props: MemberTableProps) {
  const { team, members, busy, isLarge, onPermissions, onRemove } = props;
  const granted = useGranted(team, { enabled: !isLarge });
  const columns: TableColumn<ServerUser>[] = [
    { id: 'member', label: 'Member', isRowHeader: true, cell: (user) => <Name user={user} /> },
    {
      id: 'address',
      label: 'Address',
      cell: ({ primaryEmail }) => <span className="people__text lk-muted">{primaryEmail ?? 'none'}</span>,
    },
    isLarge
      ? { id: 'active', label: 'Last active', cell: ({ lastActiveAt }) => <Moment date={lastActiveAt} /> }
      : {
          id: 'permissions',
          label: 'Permissions',
          cell: ({ id }) => granted && <PermissionTags ids={granted.get(id) ?? []} />,
        },
    {
      id: 'actions',
      label: 'Actions',
      labelHidden: true,
      cell: (user) => (
        <Menu
          label={`Actions for ${nameOfUser(user)}`}
          size="small"
          items={[
            { label: 'Permissions…', onSelect: () => onPermissions(user) },
            { label: 'Remove from team…', tone: 'danger', onSelect: () => onRemove(user) },
          ]}
        />
      ),
    },
  ];
  return (
    <Table
      caption={`Members of ${team.displayName}`}
      busy={busy}
      className="people"
      rows={members}
      rowKey={({ id }) => id}
      columns={columns}
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

/** What each member was granted, by their ids; undefined: not read. */
function useGranted(team: ServerTeam, { enabled }: { enabled: boolean }): Map<string, string[]> | undefined {
  const app = useAdminApp();
  return useQuery({
    queryKey: [app.projectId, 'team', team.id, 'permissions'],
    queryFn: async () => {
      const held = await app.listTeamMemberPermissions(team.id, { recursive: false });
      const granted = new Map<string, string[]>();
      for (const { userId, permissionId } of held) {
        granted.set(userId, [...(granted.get(userId) ?? []), permissionId]);
      }
      return granted;
    },
    enabled,
  }).data;
}
