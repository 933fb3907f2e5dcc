'use client';
import { useState } from 'react';
import { useWords } from '../words/use-words.ts';
import {
  type ApiKeyFilter,
  type ApiKeySort,
  type ApiKeyView,
  arrangeApiKeys,
  type ArrangedApiKeys,
  type ListedApiKey,
} from './arrange-api-keys.ts';
import { useNow } from '../time/use-now.ts';

/** What a list of keys shows now, and how to look at it otherwise. */
export interface ApiKeyListState<Key> extends ArrangedApiKeys<Key>, ApiKeyView {
  page: number;
  /** What the list takes for now; goes on by itself. */
  now: Date;
  setQuery: (query: string) => void;
  setFilter: (filter: ApiKeyFilter) => void;
  setSort: (sort: ApiKeySort) => void;
  setPage: (page: number) => void;
}

/**
 * Searches, filters, sorts and pages keys, for a list of your own.
 *
 * @example
 * import { type CurrentUser, useApiKeyList } from '@latchkey/react';
 *
 * export function KeyNames({ user }: { user: CurrentUser }) {
 *   const { rows, query, setQuery } = useApiKeyList(user.useApiKeys());
 *   return (
 *     <>
 *       <input aria-label="Search" value={query} onChange={(event) => setQuery(event.target.value)} />
 *       <ul>{rows.map((key) => <li key={key.id}>{key.description}</li>)}</ul>
 *     </>
 *   );
 * }
 */
export function useApiKeyList<Key extends ListedApiKey>(keys: readonly Key[]): ApiKeyListState<Key> {
  const [view, setView] = useState<ApiKeyView>({ query: '', filter: 'active', sort: 'newest', page: 1 });
  const { language } = useWords();
  const now = useNow(
    keys.flatMap(({ createdAt, expiresAt, lastUsedAt }) => [createdAt, expiresAt, lastUsedAt ?? undefined]),
  );
  const show = (changes: Partial<ApiKeyView>) => setView({ ...view, page: 1, ...changes });
  return {
    ...view,
    ...arrangeApiKeys(keys, view, { now, locale: language }),
    now,
    setQuery: (query) => show({ query }),
    setFilter: (filter) => show({ filter }),
    setSort: (sort) => show({ sort }),
    setPage: (page) => show({ page }),
  };
}
