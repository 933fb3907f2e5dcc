import type { InternalApiKey } from '@latchkey/react';
import { Icon, Menu, Table, type TableColumn, Tag } from '@latchkey/ui';
import { useState } from 'react';
import { Moment } from '../../page/moment.tsx';
import { keysOf } from './project-key-kinds.ts';
import { RenameProjectKeysDialog } from './rename-project-keys-dialog.tsx';
import { RevokeProjectKeysDialog } from './revoke-project-keys-dialog.tsx';

type Asked = { what: 'rename' | 'revoke'; set: InternalApiKey };

/** The sets of project keys, with what can be done to them. */
export function ProjectKeyTable({ sets }: { sets: readonly InternalApiKey[] }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  return (
    <>
      <Table
        className="project-key-table"
        caption="Project keys"
        columns={columnsWith(setAsked)}
        rows={sets}
        rowKey={({ id }) => id}
      />
      {asked?.what === 'rename' ? <RenameProjectKeysDialog set={asked.set} onClose={close} /> : null}
      {asked?.what === 'revoke' ? <RevokeProjectKeysDialog set={asked.set} onClose={close} /> : null}
    </>
  );
}

function columnsWith(ask: (asked: Asked) => void): TableColumn<InternalApiKey>[] {
  return [
    { id: 'name', label: 'Name', isRowHeader: true, cell: (set) => nameOf(set) },
    { id: 'keys', label: 'Keys', cell: (set) => <Keys set={set} /> },
    { id: 'state', label: 'State', cell: (set) => <State set={set} /> },
    {
      id: 'created',
      label: 'Created',
      cell: (set) => (
        <span className="project-keys__time">
          <Moment date={set.createdAt} />
        </span>
      ),
    },
    {
      id: 'actions',
      label: 'Actions',
      labelHidden: true,
      align: 'end',
      cell: (set) => (
        <Menu
          label={`Actions for ${nameOf(set)}`}
          items={[
            { label: 'Rename', icon: <Icon name="pencil" />, onSelect: () => ask({ what: 'rename', set }) },
            {
              label: 'Revoke',
              icon: <Icon name="trash" />,
              tone: 'danger',
              disabled: set.manuallyRevokedAt !== null,
              onSelect: () => ask({ what: 'revoke', set }),
            },
          ]}
        />
      ),
    },
  ];
}

function nameOf({ description }: InternalApiKey): string {
  return description === '' ? 'Without a name' : description;
}

function Keys({ set }: { set: InternalApiKey }) {
  return (
    <ul className="project-keys">
      {keysOf(set).map(({ kind, lastFour, lastUsedAt }) => (
        <li key={kind.field}>
          <span>{kind.name}</span>{' '}
          <code className="lk-mono">
            {kind.prefix}…{lastFour}
          </code>
          <span className="project-keys__use lk-faint">
            {lastUsedAt ? (
              <>
                last used <Moment date={lastUsedAt} />
              </>
            ) : (
              'never used'
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

function State({ set }: { set: InternalApiKey }) {
  const reason = set.whyInvalid();
  if (reason === 'manually-revoked') return <Tag tone="bad">Revoked</Tag>;
  if (reason === 'expired') return <Tag tone="warn">Expired</Tag>;
  return (
    <span className="project-keys__state">
      <Tag tone="good">Valid</Tag>
      <span className="lk-faint">
        {set.expiresAt.getUTCFullYear() >= lastYear ? (
          'does not expire'
        ) : (
          <>
            expires <Moment date={set.expiresAt} />
          </>
        )}
      </span>
    </span>
  );
}

/** Every set has an expiry; those that are to have none have one that nobody lives to see. */
const lastYear = 9_999;
