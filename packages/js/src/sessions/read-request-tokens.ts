import { type RequestLike, readHeader } from '../http/read-header.ts';
import { readCookie } from './cookie-token-store.ts';
import { parseSession, sessionName } from './session-text.ts';
import { noTokens, type Tokens } from './token-store.ts';

/** The scheme's name is in any case (RFC 9110 section 11.1). */
const bearerPattern = /^bearer +stackauth_/i;

/**
 * The session that a request carries: the `Authorization` header of `getAuthorizationHeader()`, the `x-stack-auth` header of
 * `getAuthHeaders()`, or the cookie of an application on the same origin. The first that is there decides; one that cannot be
 * read is nobody.
 */
export function readRequestTokens(request: RequestLike, projectId: string): Tokens {
  const authorization = readHeader(request, 'authorization');
  if (authorization !== null && bearerPattern.test(authorization)) {
    return parseAuthJson(() => atob(authorization.replace(bearerPattern, '')));
  }
  const authJson = readHeader(request, 'x-stack-auth');
  if (authJson !== null) return parseAuthJson(() => authJson);
  const cookie = readCookie(readHeader(request, 'cookie') ?? '', sessionName(projectId));
  return parseSession(cookie ?? '');
}

function parseAuthJson(read: () => string): Tokens {
  try {
    const { accessToken, refreshToken } = JSON.parse(read()) as Record<string, unknown>;
    return { accessToken: textOrNull(accessToken), refreshToken: textOrNull(refreshToken) };
  } catch {
    return noTokens;
  }
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
