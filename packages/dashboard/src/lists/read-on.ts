import type { Page } from '@latchkey/react';

/** How many pages of a search may turn out empty before somebody has to ask for more. */
const maxEmptyPages = 4;

/** A search looks at so many rows at a time: that none of them matches does not mean that none does. */
export async function readOn<Row>(
  read: (cursor: string | undefined) => Promise<Page<Row>>,
  cursor: string | undefined,
): Promise<Page<Row>> {
  let page = await read(cursor);
  for (let empty = 1; page.length === 0 && page.nextCursor !== null && empty < maxEmptyPages; empty += 1) {
    page = await read(page.nextCursor);
  }
  return page;
}
