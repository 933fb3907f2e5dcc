import type { Counted } from '@latchkey/react';
import { formatCount } from './format-count.ts';

/** How many of what: "no users", "1 user", "8,214 users", "100,000+ users". */
export function sayCounted({ count, isAtLeast }: Counted, noun: string): string {
  if (count === 0 && !isAtLeast) return `no ${noun}s`;
  return `${formatCount({ count, isAtLeast })} ${noun}${count === 1 && !isAtLeast ? '' : 's'}`;
}
