/** Which page of a list an address shows. */
export interface PageSearch {
  /** The cursors of the pages passed, the present one last; of a long way only the end, so that the address stays short. */
  pages?: string[];
  /** Which page the present one is, from 2 on. */
  page?: number;
}

/** Every {@link PageSearch} with its parts said, so that what is undefined goes out of the address. */
export interface WholePageSearch {
  pages: string[] | undefined;
  page: number | undefined;
}

/** How many rows one page of a list has. */
export const rowsPerPage = 50;

/** The search of the first page. */
export const firstPage: WholePageSearch = { pages: undefined, page: undefined };

/** How many pages can be gone back one by one. */
const maxPages = 20;

/** What of an address says which page it shows; what makes no sense is the first one. */
export function readPages(search: Record<string, unknown>): PageSearch {
  const { pages, page } = search;
  if (!Array.isArray(pages)) return {};
  const cursors = pages.filter((cursor) => typeof cursor === 'string').slice(-maxPages);
  if (cursors.length === 0) return {};
  const isNumbered = typeof page === 'number' && Number.isSafeInteger(page) && page > cursors.length;
  return { pages: cursors, page: isNumbered ? page : cursors.length + 1 };
}

/** What asks for the page; undefined: the first. */
export function cursorOf({ pages }: PageSearch): string | undefined {
  return pages?.at(-1);
}

/** How many rows come before the page. */
export function offsetOf({ pages = [], page = pages.length + 1 }: PageSearch): number {
  return (page - 1) * rowsPerPage;
}

/** The search of the next page. */
export function nextPage({ pages = [], page = pages.length + 1 }: PageSearch, cursor: string): Required<PageSearch> {
  return { pages: [...pages, cursor].slice(-maxPages), page: page + 1 };
}

/** The search of the page before; where the way back is not known any more, the first one. */
export function previousPage({ pages = [], page = pages.length + 1 }: PageSearch): WholePageSearch {
  return pages.length > 1 ? { pages: pages.slice(0, -1), page: page - 1 } : firstPage;
}
