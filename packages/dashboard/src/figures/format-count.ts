/** A number that was counted up to a bound: "8,214", or "100,000+". */
export function formatCount({ count, isAtLeast }: { count: number; isAtLeast: boolean }): string {
  return `${count.toLocaleString()}${isAtLeast ? '+' : ''}`;
}
