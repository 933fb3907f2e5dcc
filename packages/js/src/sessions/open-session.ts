import type { Connection } from '../http/connection.ts';
import { createCookieTokenStore } from './cookie-token-store.ts';
import { readRequestTokens } from './read-request-tokens.ts';
import { Session } from './session.ts';
import { createMemoryTokenStore, type TokenStoreInit } from './token-store.ts';

/** The session behind what `tokenStore` says; null: nobody's. */
export function openSession(connection: Connection, init: TokenStoreInit, onChange?: () => void): Session | null {
  if (init === null) return null;
  if (init === 'cookie') return new Session(connection, createCookieTokenStore(connection.projectId), onChange);
  if (init === 'memory') return new Session(connection, createMemoryTokenStore(), onChange);
  const tokens = 'headers' in init ? readRequestTokens(init, connection.projectId) : init;
  return new Session(connection, createMemoryTokenStore(tokens), onChange);
}
