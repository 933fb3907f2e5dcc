import { useState } from 'react';
import type { ListCardProps } from './list-card.tsx';
import { cursorOf, nextPage, offsetOf, type PageSearch, previousPage } from './page-search.ts';
import { type ListWish, useList } from './use-list.ts';

/** A list within a page, whose own pages are no places of their own: it begins at the first one. */
export function usePages<Row>(
  wish: Omit<ListWish<Row>, 'cursor'>,
): Pick<ListCardProps<Row>, 'query' | 'offset' | 'onPrevious' | 'onNext'> {
  const shown = JSON.stringify([wish.name, wish.filter]);
  const [at, setAt] = useState<{ shown: string; page: PageSearch }>({ shown, page: {} });
  const page = at.shown === shown ? at.page : {};
  const query = useList({ ...wish, cursor: cursorOf(page) });
  return {
    query,
    offset: offsetOf(page),
    onPrevious: page.pages === undefined ? undefined : () => setAt({ shown, page: toPage(previousPage(page)) }),
    onNext: (cursor) => setAt({ shown, page: nextPage(page, cursor) }),
  };
}

function toPage({ pages, page }: ReturnType<typeof previousPage>): PageSearch {
  return pages === undefined || page === undefined ? {} : { pages, page };
}
