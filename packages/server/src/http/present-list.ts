/** A page as use cases answer it; without a cursor it is the whole list. */
export interface Page<Item> {
  items: Item[];
  nextCursor?: string | null;
}

/** A list in the form of wire.md section 1. */
export function presentList<Item, Shown>({ items, nextCursor }: Page<Item>, present: (item: Item) => Shown) {
  const shown = items.map(present);
  return nextCursor === undefined
    ? { items: shown, is_paginated: false as const }
    : { items: shown, is_paginated: true as const, pagination: { next_cursor: nextCursor } };
}
