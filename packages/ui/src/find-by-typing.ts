import { type KeyboardEvent } from 'react';

/** What was typed so far, and when; kept by the caller between keys. */
export interface Typed {
  text: string;
  /** Milliseconds, of the event's clock. */
  at: number;
}

/** Where typing leads: the next of the words that begins so; undefined when the key is no letter or nothing fits. */
export function findByTyping(
  event: KeyboardEvent,
  { typed, words, index }: { typed: Typed; words: readonly string[]; index: number },
): number | undefined {
  if (event.key.length !== 1 || event.key === ' ' || event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const isFresh = event.timeStamp - typed.at > 600;
  typed.text = (isFresh ? '' : typed.text) + event.key.toLocaleLowerCase();
  typed.at = event.timeStamp;
  // The first letter moves on from here; the following ones may stay.
  const start = typed.text.length === 1 ? index + 1 : Math.max(index, 0);
  const order = words.map((_, offset) => (start + offset) % words.length);
  return order.find((at) => words[at]?.trim().toLocaleLowerCase().startsWith(typed.text));
}
