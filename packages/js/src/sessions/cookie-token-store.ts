import { UsageError } from '../errors/latchkey-error.ts';
import { noTokens, type Tokens, type TokenStore } from './token-store.ts';

const oneYearInSeconds = 365 * 24 * 60 * 60;

/** One cookie for both tokens, so that no reader ever sees the one of a session with the other of the next. */
export function sessionCookieName(projectId: string): string {
  return `latchkey-session-${projectId}`;
}

/** Both kinds of token are free of dots up to the first one. */
export function parseSessionCookie(value: string): Tokens {
  const dot = value.indexOf('.');
  if (dot < 1) return noTokens;
  return { refreshToken: value.slice(0, dot), accessToken: value.slice(dot + 1) || null };
}

/** The browser's cookies. Read anew each time: another tab may have signed in or out. */
export function createCookieTokenStore(projectId: string): TokenStore {
  const name = sessionCookieName(projectId);
  return {
    get() {
      if (typeof document === 'undefined') {
        throw new UsageError(
          'tokenStore "cookie" works in a browser only. On a server, hand over the request: getUser({ tokenStore: request }).',
        );
      }
      return parseSessionCookie(readCookie(document.cookie, name) ?? '');
    },
    set({ accessToken, refreshToken }) {
      const attributes = `path=/; samesite=lax${location.protocol === 'https:' ? '; secure' : ''}`;
      document.cookie =
        refreshToken === null
          ? `${name}=; max-age=0; ${attributes}`
          : `${name}=${refreshToken}.${accessToken ?? ''}; max-age=${oneYearInSeconds}; ${attributes}`;
    },
  };
}

/** The value of one cookie in a `Cookie` header (RFC 6265 section 4.2). */
export function readCookie(header: string, name: string): string | undefined {
  const pair = header.split(/;\s*/).find((candidate) => candidate.startsWith(`${name}=`));
  return pair?.slice(name.length + 1);
}
