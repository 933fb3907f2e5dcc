import { useSyncExternalStore } from 'react';

/** The secret of a link to this page. */
export interface LinkCode {
  code: string;
  /** From where: `mail` has it in the query, since mails are written so; what is handed over, in the fragment. */
  from: 'mail' | 'link';
}

let latest: LinkCode | null = null;
const listeners = new Set<() => void>();

/** The code of a link that was opened, in its fragment or its query; null: none that could be one. */
export function readLinkCode({ hash, search }: { hash: string; search: { code?: string } }): LinkCode | null {
  const inFragment = new URLSearchParams(hash.replace(/^#/, '')).get('code');
  if (isCode(inFragment)) return { code: inFragment, from: 'link' };
  return isCode(search.code) ? { code: search.code, from: 'mail' } : null;
}

/** Remembers a code as long as the page lives, so that it can leave the address. */
export function keepLinkCode(code: LinkCode): void {
  latest = code;
  for (const listener of listeners) listener();
}

/** The code of the link that was opened last; null: none was, or the page was loaded again. */
export function useLinkCode(): LinkCode | null {
  return useSyncExternalStore(subscribe, () => latest);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function isCode(given: string | null | undefined): given is string {
  // A link that was cut or glued together on its way is one that does not work, not a fault of the page.
  return given != null && /^[\w-]{1,256}$/.test(given);
}
