'use client';
import { Icon, Menu, SegmentedControl, TextField } from '@latchkey/ui';
import type { Ref } from 'react';
import { useWords } from '../words/use-words.ts';
import { apiKeyFilters, apiKeySorts } from './arrange-api-keys.ts';
import type { HeldApiKey } from './api-key-holder.ts';
import type { ApiKeyListState } from './use-api-key-list.ts';

export interface ApiKeyToolbarProps {
  list: ApiKeyListState<HeldApiKey>;
  searchRef: Ref<HTMLInputElement>;
}

/** Search, filter and order of a list of keys. */
export function ApiKeyToolbar({ list, searchRef }: ApiKeyToolbarProps) {
  const { text, number } = useWords();
  return (
    <div className="lk-card__bar lk-api-keys__toolbar">
      <TextField
        ref={searchRef}
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
