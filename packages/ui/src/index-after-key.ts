import { type KeyboardEvent } from 'react';

export interface Walk {
  /** Position that has focus now. */
  index: number;
  count: number;
  /** `vertical` listens to up and down; `horizontal` to left and right, in the direction of the text. */
  axis: 'vertical' | 'horizontal';
}

/** Where an arrow, Home or End leads in a row of things, around the end; undefined for every other key. */
export function indexAfterKey(event: KeyboardEvent, { index, count, axis }: Walk): number | undefined {
  if (event.key === 'Home') return 0;
  if (event.key === 'End') return count - 1;
  const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl';
  const [back, forth] =
    axis === 'vertical' ? ['ArrowUp', 'ArrowDown'] : isRtl ? ['ArrowRight', 'ArrowLeft'] : ['ArrowLeft', 'ArrowRight'];
  if (event.key === forth) return (index + 1) % count;
  if (event.key === back) return (index - 1 + count) % count;
  return undefined;
}
