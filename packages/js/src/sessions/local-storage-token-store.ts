import { UsageError } from '../errors/latchkey-error.ts';
import { formatSession, parseSession, sessionName } from './session-text.ts';
import { createMemoryTokenStore, noTokens, type Tokens, type TokenStore } from './token-store.ts';

/**
 * The browser's storage of one origin: unlike a cookie, no other application sees it that runs on another port of the same
 * host. Read anew each time: another tab may have signed in or out.
 */
export function createLocalStorageTokenStore(projectId: string): TokenStore {
  const name = sessionName(projectId);
  /** Where the browser allows no storage, or it is full: as long as the page lives. */
  const memory = createMemoryTokenStore();
  let isBlocked = false;
  return {
    get() {
      if (typeof document === 'undefined') {
        throw new UsageError(
          'tokenStore "local-storage" works in a browser only. On a server, hand over the request: getUser({ tokenStore: request }).',
        );
      }
      if (isBlocked) return memory.get();
      try {
        return parseSession(localStorage.getItem(name) ?? '');
      } catch {
        isBlocked = true;
        return memory.get();
      }
    },
    set(tokens) {
      memory.set(tokens);
      isBlocked = !write(name, tokens);
      // Where a session found no room, none from before it is to stay behind.
      if (isBlocked) write(name, noTokens);
    },
  };
}

function write(name: string, tokens: Tokens): boolean {
  try {
    if (tokens.refreshToken === null) localStorage.removeItem(name);
    else localStorage.setItem(name, formatSession(tokens));
    return true;
  } catch {
    return false;
  }
}
