import { apiKeyStatus, type HeldApiKey } from '@latchkey/react';
import { copyText, Menu, type MenuEntry, type RowSelection, Table, type TableColumn, useToast } from '@latchkey/ui';
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { useAdminApp } from '../project/use-project.ts';
import { KeyCreation } from './key-creation.tsx';
import { KeyEnd } from './key-end.tsx';
import { KeyLastUse } from './key-last-use.tsx';
import type { KeyOrder, KeySort } from './key-list-search.ts';
import { MaskedKey } from './masked-key.tsx';
import { nameOfKey } from './name-of-key.ts';
import { OwnerLink } from './owner-link.tsx';

export interface KeyTableProps {
  keys: readonly HeldApiKey[];
  now: Date;
  busy?: boolean;
  /** Leaves the column of owners out where all keys are of one. */
  hidesOwner?: boolean;
  selection?: RowSelection<HeldApiKey>;
  /** How the keys are sorted, and what a press on a column asks for. */
  sorting?: { order: KeyOrder; onSort: (sort: KeySort) => void };
  onRevoke: (key: HeldApiKey) => void;
}

/** API keys, each with what an operator asks about it first, and a link to the rest. */
export function KeyTable(props: KeyTableProps) {
  const { keys, now, busy = false, hidesOwner = false, selection, sorting, onRevoke } = props;
  const { projectId } = useAdminApp();
  const columns: (TableColumn<HeldApiKey> | null)[] = [
    { id: 'name', label: 'Name', isRowHeader: true, cell: (key) => <NameLink apiKey={key} projectId={projectId} /> },
    { id: 'key', label: 'Key', cell: (key) => <MaskedKey apiKey={key} /> },
    hidesOwner ? null : { id: 'owner', label: 'Owner', cell: (key) => <OwnerLink owner={key.owner} /> },
    { id: 'last-use', label: 'Last used', cell: (key) => <KeyLastUse apiKey={key} now={now} />, ...by('last-use') },
    { id: 'end', label: 'Expires', cell: (key) => <KeyEnd apiKey={key} now={now} />, ...by('expiry') },
    { id: 'created', label: 'Created', cell: (key) => <KeyCreation apiKey={key} now={now} />, ...by('created') },
    {
      id: 'actions',
      label: 'Actions',
      labelHidden: true,
      align: 'end',
      cell: (key) => <KeyMenu apiKey={key} now={now} onRevoke={onRevoke} />,
    },
  ];
  return (
    <Table
      className="key-table"
      caption="API keys"
      columns={columns.filter((column) => column !== null)}
      rows={keys}
      rowKey={({ id }) => id}
      busy={busy}
      selection={selection}
    />
  );

  function by(sort: KeySort) {
    if (sorting === undefined) return {};
    const { order, onSort } = sorting;
    return {
      sorted: order.sort !== sort ? undefined : order.descending ? ('descending' as const) : ('ascending' as const),
      onSort: () => onSort(sort),
    };
  }
}

function NameLink({ apiKey, projectId }: { apiKey: HeldApiKey; projectId: string }) {
  return (
    <span className="key-table__name">
      <Link to="/projects/$projectId/api-keys/$apiKeyId" params={{ projectId, apiKeyId: apiKey.id }}>
        <bdi>{nameOfKey(apiKey)}</bdi>
      </Link>
      {apiKey.isPublic ? <span className="lk-note"> · public</span> : null}
    </span>
  );
}

function KeyMenu({ apiKey, now, onRevoke }: Pick<KeyTableProps, 'now' | 'onRevoke'> & { apiKey: HeldApiKey }) {
  const ref = useRef<HTMLSpanElement>(null);
  const toast = useToast();
  const { id } = apiKey;
  const name = nameOfKey(apiKey);
  const copyId = async () => {
    const isCopied = ref.current !== null && (await copyText(id, ref.current));
    toast({
      text: isCopied ? `The id of “${name}” was copied.` : `The browser did not allow copying. The id is ${id}.`,
    });
  };
  const status = apiKeyStatus(apiKey, now);
  const isLive = status === 'active' || status === 'expiring';
  const items: MenuEntry[] = [{ label: 'Copy id', onSelect: () => void copyId() }];
  if (isLive) items.push('separator', { label: 'Revoke', tone: 'danger', onSelect: () => onRevoke(apiKey) });
  return (
    <span ref={ref}>
      <Menu label={`Actions for ${name}`} size="small" items={items} />
    </span>
  );
}
