import { apiKeyStatus, type ApiKeyValidity } from './api-key-status.ts';

/** What of a key the list looks at: keys of the SDK have it. */
export interface ListedApiKey extends ApiKeyValidity {
  id: string;
  description: string;
  createdAt: Date;
  /** Null: never; undefined: not known. */
  lastUsedAt?: Date | null | undefined;
  value: { lastFour: string };
}

/** `active` shows every key that works, those about to expire included. */
export type ApiKeyFilter = (typeof apiKeyFilters)[number];
export const apiKeyFilters = ['active', 'expiring', 'expired', 'revoked'] as const;

/** The order of a list of keys. */
export type ApiKeySort = (typeof apiKeySorts)[number];
export const apiKeySorts = ['newest', 'oldest', 'name', 'used', 'expiry'] as const;

/** What of a list is looked at. */
export interface ApiKeyView {
  query: string;
  filter: ApiKeyFilter;
  sort: ApiKeySort;
  /** From 1. Beyond the last page is the last page. */
  page: number;
}

/** A list of keys as it is shown: filtered, sorted, one page of it, and counted. */
export interface ArrangedApiKeys<Key> {
  /** The keys of this page, in order. */
  rows: Key[];
  /** How many match the search, by filter. */
  counts: Record<ApiKeyFilter, number>;
  /** How many the filter lets through without a search. */
  total: number;
  /** From 1 to `pageCount`, which is at least 1. */
  page: number;
  pageCount: number;
  /** Where in the order the first row stands, from 0. */
  offset: number;
}

export const apiKeysPerPage = 25;

/** Searches, filters, sorts and pages the keys of an owner. */
export function arrangeApiKeys<Key extends ListedApiKey>(
  keys: readonly Key[],
  { query, filter, sort, page: wantedPage }: ApiKeyView,
  { now, locale }: { now: Date; locale: string },
): ArrangedApiKeys<Key> {
  const matches = matcher(query, locale);
  const passing = (key: Key, wanted: ApiKeyFilter) => passes(key, wanted, now);
  const found = keys.filter(matches);
  const rows = found.filter((key) => passing(key, filter)).sort(comparison(sort, locale));
  const pageCount = Math.max(1, Math.ceil(rows.length / apiKeysPerPage));
  const page = Math.min(Math.max(1, wantedPage), pageCount);
  const offset = (page - 1) * apiKeysPerPage;
  const count = (wanted: ApiKeyFilter) => found.filter((key) => passing(key, wanted)).length;
  return {
    rows: rows.slice(offset, offset + apiKeysPerPage),
    counts: {
      active: count('active'),
      expiring: count('expiring'),
      expired: count('expired'),
      revoked: count('revoked'),
    },
    total: keys.filter((key) => passing(key, filter)).length,
    page,
    pageCount,
    offset,
  };
}

function passes(key: ApiKeyValidity, filter: ApiKeyFilter, now: Date): boolean {
  const status = apiKeyStatus(key, now);
  return status === filter || (filter === 'active' && status === 'expiring');
}

/** By a part of the name, or by the last characters of the key; of a whole key that is pasted, its last four count. */
function matcher(query: string, locale: string): (key: ListedApiKey) => boolean {
  const wanted = fold(query.trim(), locale);
  if (wanted === '') return () => true;
  const lastFour = /^[sp]k_/.test(wanted) ? wanted.slice(-4) : wanted;
  return ({ description, value }) =>
    fold(description, locale).includes(wanted) || (lastFour.length <= 4 && value.lastFour.endsWith(lastFour));
}

/** The same for what people take for the same: letters large and small, wide and narrow. */
function fold(text: string, locale: string): string {
  return text.normalize('NFKC').toLocaleLowerCase(locale);
}

type Comparison = (one: ListedApiKey, other: ListedApiKey) => number;

function comparison(sort: ApiKeySort, locale: string): Comparison {
  switch (sort) {
    case 'newest':
      return newestFirst;
    case 'oldest':
      return (one, other) => newestFirst(other, one);
    case 'name': {
      // "Key 2" before "Key 10".
      const { compare } = new Intl.Collator(locale, { numeric: true });
      return (one, other) => compare(one.description, other.description) || newestFirst(one, other);
    }
    case 'used':
      return (one, other) => lastUseOf(other) - lastUseOf(one) || newestFirst(one, other);
    case 'expiry':
      return (one, other) => endOf(one) - endOf(other) || newestFirst(one, other);
  }
}

function newestFirst(one: ListedApiKey, other: ListedApiKey): number {
  return other.createdAt.getTime() - one.createdAt.getTime();
}

/** Before every date where there was none. */
function lastUseOf({ lastUsedAt }: ListedApiKey): number {
  return lastUsedAt?.getTime() ?? -1;
}

/** Late enough to come after every date, and finite, so that two of them can be compared. */
function endOf({ expiresAt }: ListedApiKey): number {
  return expiresAt?.getTime() ?? Number.MAX_SAFE_INTEGER;
}
