/** Which page of a list an address shows: the cursors of the pages passed, the present one last. */
export interface PageSearch {
  pages?: string[];
}

/** How many rows one page of a list has. */
export const rowsPerPage = 50;

export function readPages(search: Record<string, unknown>): PageSearch {
  const { pages } = search;
  if (!Array.isArray(pages) || pages.length === 0) return {};
  return { pages: pages.filter((page) => typeof page === 'string') };
}

/** What asks for the page; undefined: the first. */
export function cursorOf({ pages }: PageSearch): string | undefined {
  return pages?.at(-1);
}

/** The search of the next page. */
export function nextPage({ pages = [] }: PageSearch, cursor: string): PageSearch {
  return { pages: [...pages, cursor] };
}

/** The search of the page before; without a value, `pages` goes out of the address. */
export function previousPage({ pages = [] }: PageSearch): { pages: string[] | undefined } {
  return { pages: pages.length > 1 ? pages.slice(0, -1) : undefined };
}
