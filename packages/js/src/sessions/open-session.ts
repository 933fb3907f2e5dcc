import type { Connection } from '../http/connection.ts';
import { createCookieTokenStore } from './cookie-token-store.ts';
import { createLocalStorageTokenStore } from './local-storage-token-store.ts';
import { readRequestTokens } from './read-request-tokens.ts';
import { Session } from './session.ts';
import { createMemoryTokenStore, type TokenStore, type TokenStoreInit } from './token-store.ts';

/** The session behind what `tokenStore` says; null: nobody's. */
export function openSession(
  connection: Connection,
  init: TokenStoreInit,
  onChange?: () => Promise<void>,
): Session | null {
  return init === null ? null : new Session(connection, openTokenStore(connection.projectId, init), onChange);
}

function openTokenStore(projectId: string, init: NonNullable<TokenStoreInit>): TokenStore {
  if (init === 'cookie') return createCookieTokenStore(projectId);
  if (init === 'local-storage') return createLocalStorageTokenStore(projectId);
  if (init === 'memory') return createMemoryTokenStore();
  return createMemoryTokenStore('headers' in init ? readRequestTokens(init, projectId) : init);
}
