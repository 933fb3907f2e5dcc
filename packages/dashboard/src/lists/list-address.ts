import { firstPage, nextPage, type PageSearch, previousPage } from './page-search.ts';

/** What of an address changes; undefined goes out of it. */
export type SearchChange<Search> = { [Name in keyof Search]?: Search[Name] | undefined };

/** The ways from one view of a list to another, each of which has an address. */
export interface ListAddress<Search> {
  /** Shows the first page of something else; while typing, without a step in the browser's history. */
  show: (change: SearchChange<Search>, options?: { replace: boolean }) => void;
  goOn: (cursor: string) => void;
  /** Undefined on the first page. */
  goBack: (() => void) | undefined;
}

/** @param navigate goes to the address that `search` makes of the one before */
export function listAddress<Search extends PageSearch>(
  shown: PageSearch,
  navigate: (to: { search: (before: Search) => Search; replace: boolean }) => unknown,
): ListAddress<Search> {
  const go = (change: object, { replace }: { replace: boolean } = { replace: false }): void =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace });
  return {
    show: (change, options) => go({ ...firstPage, ...change }, options),
    goOn: (cursor) => go(nextPage(shown, cursor)),
    goBack: shown.pages === undefined ? undefined : () => go(previousPage(shown)),
  };
}
