import { SegmentedControl } from '@latchkey/ui';
import { SearchField } from '../lists/search-field.tsx';
import type { UserSearch, UserStatus } from './user-search.ts';
import type { UsersView } from './use-users.ts';

export interface UsersToolbarProps {
  search: UserSearch;
  onChange: UsersView['show'];
}

/** Narrows the list of users. */
export function UsersToolbar({ search, onChange }: UsersToolbarProps) {
  return (
    <>
      <SearchField
        label="Search users"
        placeholder="Name, address or id"
        value={search.search ?? ''}
        onSearch={(text) => onChange({ search: text || undefined }, { replace: true })}
      />
      <SegmentedControl<UserStatus | 'all'>
        label="Which users"
        value={search.status ?? 'all'}
        onChange={(status) => onChange({ status: status === 'all' ? undefined : status })}
        segments={[
          { value: 'all', label: 'All' },
          { value: 'restricted', label: 'Restricted' },
          { value: 'unverified', label: 'Unverified' },
          { value: 'anonymous', label: 'Anonymous' },
        ]}
      />
    </>
  );
}
