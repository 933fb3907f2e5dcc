/** A list of the SDK; where it was asked for page by page, `nextCursor` is what asks for the next one. */
export type Page<Item> = Item[] & { nextCursor: string | null };

interface WireList<WireItem> {
  items: WireItem[];
  pagination?: { next_cursor: string | null };
}

/** The items of a list, each turned into its object. */
export function toPage<WireItem, Item>(list: WireList<WireItem>, toItem: (item: WireItem) => Item): Page<Item> {
  return Object.assign(list.items.map(toItem), { nextCursor: list.pagination?.next_cursor ?? null });
}
