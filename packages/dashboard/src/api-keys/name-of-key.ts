import type { HeldApiKey } from '@latchkey/react';

/** What a key is called; one without a description by its last four. */
export function nameOfKey({ description, value }: HeldApiKey): string {
  return description.trim() === '' ? `···· ${value.lastFour}` : description;
}
