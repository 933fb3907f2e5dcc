import type { ServerTeam } from '@latchkey/react';
import { Table } from '@latchkey/ui';
import { Moment } from '../page/moment.tsx';
import { TeamCount } from './team-count.tsx';
import { TeamLink } from './team-link.tsx';

export interface TeamTableProps {
  teams: readonly ServerTeam[];
  busy: boolean;
  isOldestFirst: boolean;
  /** Turns the order round. */
  onTurn: () => void;
}

export function TeamTable({ teams, busy, isOldestFirst, onTurn }: TeamTableProps) {
  return (
    <Table
      caption="Teams"
      busy={busy}
      rows={teams}
      rowKey={({ id }) => id}
      className="people"
      columns={[
        { id: 'team', label: 'Team', isRowHeader: true, cell: (team) => <TeamLink team={team} /> },
        { id: 'members', label: 'Members', align: 'end', cell: (team) => <TeamCount team={team} of="members" /> },
        { id: 'keys', label: 'Keys', align: 'end', cell: (team) => <TeamCount team={team} of="keys" /> },
        {
          id: 'created',
          label: 'Created',
          cell: ({ createdAt }) => <Moment date={createdAt} />,
          sorted: isOldestFirst ? 'ascending' : 'descending',
          onSort: onTurn,
        },
      ]}
    />
  );
}
