import { SegmentedControl, SelectField } from '@latchkey/ui';
import type { ClipboardEvent } from 'react';
import { SearchField } from '../lists/search-field.tsx';
import type { KeyListSearch, KeyMark, KeyStatusFilter } from './key-list-search.ts';
import { OwnerFilter } from './owner-filter.tsx';
import { pastedKey } from './pasted-key.ts';
import type { KeyListView } from './use-key-list.ts';

export interface KeyToolbarProps {
  search: KeyListSearch;
  onChange: KeyListView['show'];
  /** A whole key was pasted. */
  onPaste: (key: string) => void;
}

/** Searches, filters and finds keys. */
export function KeyToolbar({ search, onChange, onPaste }: KeyToolbarProps) {
  const searchFor = (text: string) => {
    const key = pastedKey(text);
    if (key === undefined) onChange({ search: text || undefined }, { replace: true });
    else onPaste(key);
  };
  /** Before it is in the field. */
  const paste = (event: ClipboardEvent) => {
    const key = pastedKey(event.clipboardData.getData('text'));
    if (key === undefined) return;
    event.preventDefault();
    onPaste(key);
  };
  return (
    <>
      <div className="key-toolbar__search" onPasteCapture={paste}>
        <SearchField
          label="Search keys"
          placeholder="Name, last four, or paste a whole key"
          value={search.search ?? ''}
          onSearch={searchFor}
        />
      </div>
      <SegmentedControl<KeyStatusFilter>
        label="Status"
        segments={statuses}
        value={search.status ?? 'active'}
        onChange={(status) => onChange({ status: status === 'active' ? undefined : status })}
      />
      <div className="key-toolbar__filters">
        <KindFilter search={search} onChange={onChange} />
        <MarkFilter search={search} onChange={onChange} />
        {search.owner === undefined ? null : (
          <OwnerFilter ownerId={search.owner} kind={search.kind} onClear={() => onChange({ owner: undefined })} />
        )}
      </div>
    </>
  );
}

const statuses = [
  { value: 'active', label: 'Active' },
  { value: 'expiring', label: 'Expiring' },
  { value: 'expired', label: 'Expired' },
  { value: 'revoked', label: 'Revoked' },
  { value: 'all', label: 'All' },
] as const;

type FilterProps = Pick<KeyToolbarProps, 'search' | 'onChange'>;

function KindFilter({ search, onChange }: FilterProps) {
  return (
    <SelectField
      label="Kind"
      labelHidden
      value={search.kind ?? ''}
      onChange={({ target }) => onChange({ kind: kinds.find((kind) => kind === target.value) })}
    >
      <option value="">Users and teams</option>
      <option value="user">Users only</option>
      <option value="team">Teams only</option>
    </SelectField>
  );
}

const kinds = ['user', 'team'] as const;

const marks: Record<KeyMark, string> = {
  unused: 'Unused for 90 days',
  'never-expiring': 'Never expire',
  'owner-restricted': 'Owner restricted',
  leaked: 'Reported as leaked',
};

function MarkFilter({ search, onChange }: FilterProps) {
  const choose = (show: KeyMark | undefined) => {
    // What was reported as leaked is revoked: among active keys there is none.
    const needsAll = show === 'leaked' && search.status !== 'revoked';
    onChange({ show, ...(needsAll && { status: 'all' }) });
  };
  return (
    <SelectField
      label="Only"
      labelHidden
      value={search.show ?? ''}
      onChange={({ target }) => choose(isMark(target.value) ? target.value : undefined)}
    >
      <option value="">Any use and owner</option>
      {Object.entries(marks).map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </SelectField>
  );
}

function isMark(value: string): value is KeyMark {
  return value in marks;
}
