import { UsageError } from '../errors/latchkey-error.ts';
import { formatSession, parseSession, sessionName } from './session-text.ts';
import type { TokenStore } from './token-store.ts';

const oneYearInSeconds = 365 * 24 * 60 * 60;

/** The browser's cookies. Read anew each time: another tab may have signed in or out. */
export function createCookieTokenStore(projectId: string): TokenStore {
  const name = sessionName(projectId);
  return {
    get() {
      if (typeof document === 'undefined') {
        throw new UsageError(
          'tokenStore "cookie" works in a browser only. On a server, hand over the request: getUser({ tokenStore: request }).',
        );
      }
      return parseSession(readCookie(document.cookie, name) ?? '');
    },
    set(tokens) {
      const attributes = `path=/; samesite=lax${location.protocol === 'https:' ? '; secure' : ''}`;
      document.cookie =
        tokens.refreshToken === null
          ? `${name}=; max-age=0; ${attributes}`
          : `${name}=${formatSession(tokens)}; max-age=${oneYearInSeconds}; ${attributes}`;
    },
  };
}

/** The value of one cookie in a `Cookie` header (RFC 6265 section 4.2). */
export function readCookie(header: string, name: string): string | undefined {
  const pair = header.split(/;\s*/).find((candidate) => candidate.startsWith(`${name}=`));
  return pair?.slice(name.length + 1);
}
