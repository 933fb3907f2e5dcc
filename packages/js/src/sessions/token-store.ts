import type { RequestLike } from '../http/read-header.ts';

/** The two secrets of a session; null where there is none. */
export interface Tokens {
  accessToken: string | null;
  refreshToken: string | null;
}

export const noTokens: Tokens = { accessToken: null, refreshToken: null };

/** Where an application keeps the tokens of whoever is signed in. */
export interface TokenStore {
  get(): Tokens;
  set(tokens: Tokens): void;
}

/**
 * What `tokenStore` takes: where tokens are kept, the tokens themselves, a request that carries them, or null for nobody.
 * Cookies are shared by all ports of a host and go along with requests to it; `local-storage` belongs to one origin, and is the
 * place for what another application on the host must not read.
 */
export type TokenStoreInit = 'cookie' | 'local-storage' | 'memory' | RequestLike | Tokens | null;

/** As long as the process or the page lives. */
export function createMemoryTokenStore(initial: Tokens = noTokens): TokenStore {
  let tokens = initial;
  return {
    get: () => tokens,
    set: (next) => {
      tokens = next;
    },
  };
}
