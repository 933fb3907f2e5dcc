'use client';
import { Icon, Menu, SegmentedControl, TextField } from '@latchkey/ui';
import { useWords } from '../words/use-words.ts';
import { apiKeyFilters, apiKeySorts } from './arrange-api-keys.ts';
import type { HeldApiKey } from './api-key-holder.ts';
import type { ApiKeyListState } from './use-api-key-list.ts';

/** Search, filter and order of a list of keys. */
export function ApiKeyToolbar({ list }: { list: ApiKeyListState<HeldApiKey> }) {
  const { text, number } = useWords();
  return (
    <div className="lk-card__bar lk-api-keys__toolbar">
      <TextField
        type="search"
        className="lk-api-keys__search"
        label={text('api_keys.search')}
        labelHidden
        placeholder={text('api_keys.search_hint')}
        autoComplete="off"
        spellCheck={false}
        value={list.query}
        onChange={(event) => list.setQuery(event.target.value)}
      />
      <SegmentedControl
        label={text('api_keys.filter')}
        segments={apiKeyFilters.map((value) => ({
          value,
          label: text(`api_keys.filter_${value}`),
          count: number(list.counts[value]),
        }))}
        value={list.filter}
        onChange={list.setFilter}
      />
      <Menu
        className="lk-button--icon-end lk-api-keys__sort"
        label={text('api_keys.sort')}
        icon={<Icon name="chevron-down" />}
        items={apiKeySorts.map((sort) => ({
          label: text(`api_keys.sort_${sort}`),
          checked: sort === list.sort,
          onSelect: () => list.setSort(sort),
        }))}
      >
        {text(`api_keys.sort_${list.sort}`)}
      </Menu>
    </div>
  );
}
