'use client';
import { Menu, type MenuEntry, Table, type TableColumn } from '@latchkey/ui';
import { useWords } from '../words/use-words.ts';
import type { Translator } from '../words/create-translator.ts';
import type { HeldApiKey } from './api-key-holder.ts';
import { isLive } from './api-key-status.ts';
import { Creator, KeyCreated, KeyEnd, KeyExpiry, KeyLastUse, KeyName, MaskedKey, nameOf } from './key-facts.tsx';
import type { KeyCreator } from './use-key-creators.ts';

/** What can be done with a key of the table. */
export interface ApiKeyActions {
  onRename: (key: HeldApiKey) => void;
  onChangeExpiry: (key: HeldApiKey) => void;
  onCopyId: (key: HeldApiKey) => void;
  onRevoke: (key: HeldApiKey) => void;
}

/** What `<ApiKeyTable/>` takes. */
export interface ApiKeyTableProps extends ApiKeyActions {
  keys: readonly HeldApiKey[];
  now: Date;
  /** Which column tells of the end: when it comes, or how it came. Default: `expires`. */
  end?: 'expires' | 'status';
  /** Tells who created each key, in the place of when: there is no room for both. */
  creatorOf?: ((key: HeldApiKey) => KeyCreator) | undefined;
}

/** Keys in a table, on narrow screens as cards, each with a menu of what can be done. Stands inside a `Frame`. */
export function ApiKeyTable({ keys, now, end = 'expires', creatorOf, ...actions }: ApiKeyTableProps) {
  const words = useWords();
  const { text } = words;
  const columns: TableColumn<HeldApiKey>[] = [
    {
      id: 'name',
      label: text('api_keys.column_name'),
      isRowHeader: true,
      cell: (key) => <KeyName apiKey={key} />,
    },
    { id: 'key', label: text('api_keys.column_key'), cell: (key) => <MaskedKey apiKey={key} /> },
    creatorOf
      ? {
          id: 'creator',
          label: text('api_keys.column_creator'),
          cell: (key) => <Creator creator={creatorOf(key)} />,
        }
      : {
          id: 'created',
          label: text('api_keys.column_created'),
          cell: (key) => <KeyCreated apiKey={key} now={now} />,
        },
    {
      id: 'used',
      label: text('api_keys.column_used'),
      cell: (key) => <KeyLastUse apiKey={key} now={now} />,
    },
    end === 'expires'
      ? { id: 'end', label: text('api_keys.column_expires'), cell: (key) => <KeyExpiry apiKey={key} now={now} /> }
      : { id: 'end', label: text('api_keys.column_status'), cell: (key) => <KeyEnd apiKey={key} now={now} /> },
    {
      id: 'actions',
      label: text('api_keys.column_actions'),
      labelHidden: true,
      align: 'end',
      cell: (key) => (
        <Menu
          label={text('api_keys.actions_for', { name: nameOf(key) })}
          size="small"
          items={menuItems(key, { actions, now, words })}
        />
      ),
    },
  ];
  return (
    <Table
      className="lk-api-keys__table"
      caption={text('api_keys.title')}
      columns={columns}
      rows={keys}
      rowKey={({ id }) => id}
    />
  );
}

function menuItems(
  key: HeldApiKey,
  { actions, now, words: { text } }: { actions: ApiKeyActions; now: Date; words: Translator },
): MenuEntry[] {
  const { onRename, onChangeExpiry, onCopyId, onRevoke } = actions;
  const rename = { label: text('api_keys.rename'), onSelect: () => onRename(key) };
  const changeExpiry = { label: text('api_keys.change_expiry'), onSelect: () => onChangeExpiry(key) };
  const copyId = { label: text('api_keys.copy_id'), onSelect: () => onCopyId(key) };
  const revoke = { label: text('api_keys.revoke'), tone: 'danger' as const, onSelect: () => onRevoke(key) };
  // Nothing brings an ended key back, and none can end twice.
  return isLive(key, now) ? [rename, changeExpiry, copyId, 'separator', revoke] : [rename, copyId];
}
