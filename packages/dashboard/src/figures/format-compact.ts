/** A count as short as it can be read: "8,214", "48.2 k", "4.82 M". The exact one belongs beside it, on hover or in a table. */
export function formatCompact(count: number): string {
  if (count < shortest) return count.toLocaleString('en');
  const parts = new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 3 }).formatToParts(count);
  const unit = parts.find(({ type }) => type === 'compact')?.value ?? '';
  const digits = parts.flatMap(({ type, value }) => (type === 'compact' || type === 'literal' ? [] : [value])).join('');
  return unit === '' ? digits : `${digits}\u00a0${unit === 'K' ? 'k' : unit}`;
}

/** Below, every digit has its place. */
const shortest = 10_000;
