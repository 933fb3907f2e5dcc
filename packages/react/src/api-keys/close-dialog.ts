import { flushSync } from 'react-dom';

/** Closes a dialog. Where it was opened from may be gone by now: then focus goes elsewhere, instead of nowhere. */
export function closeDialog(close: () => void, elsewhere: HTMLElement | null): void {
  flushSync(close);
  if (document.activeElement === document.body) elsewhere?.focus();
}
