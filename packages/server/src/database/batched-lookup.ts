import DataLoader from 'dataloader';

/**
 * Collects the lookups of one turn of the event loop into one query, which is what makes reading the truth on every
 * request cheap (docs/adr/0003-no-cache.md). Nothing is remembered between two turns.
 *
 * @param loadMany answers, for distinct keys, the rows found; keys without a row are left out of the map
 */
export function batchedLookup<Row>(
  loadMany: (keys: string[]) => Promise<ReadonlyMap<string, Row>>,
): (key: string) => Promise<Row | undefined> {
  const loader = new DataLoader<string, Row | undefined>(
    async (keys) => {
      const rows = await loadMany([...new Set(keys)]);
      return keys.map((key) => rows.get(key));
    },
    { cache: false, maxBatchSize: 1_000, batchScheduleFn: (flush) => setImmediate(flush) },
  );
  return (key) => loader.load(key);
}
