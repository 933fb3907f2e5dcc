import type { Caller, Session } from './caller.ts';
import { isServer } from './caller.ts';
import { KnownError, PlainError } from './errors.ts';

/** The signed-in user; 401 USER_AUTHENTICATION_REQUIRED without one. */
export function requireSession(caller: Caller): Session {
  if (caller.session === null) throw new KnownError('USER_AUTHENTICATION_REQUIRED');
  return caller.session;
}

/** The user id that `me` or an id means; 400 CANNOT_GET_OWN_USER_WITHOUT_USER for `me` with nobody signed in. */
export function resolveUserId(caller: Caller, idOrMe: string): string {
  if (idOrMe !== 'me') return idOrMe;
  if (caller.session === null) throw new KnownError('CANNOT_GET_OWN_USER_WITHOUT_USER');
  return caller.session.userId;
}

/** As `resolveUserId`, for endpoints where a client may name only itself; 403 for anybody else. */
export function resolveOwnUserId(caller: Caller, idOrMe: string): string {
  if (isServer(caller)) return resolveUserId(caller, idOrMe);
  const { userId } = requireSession(caller);
  if (idOrMe !== 'me' && idOrMe !== userId) {
    throw new PlainError(403, 'A client can act only for its own user. Use "me", or call from your server.');
  }
  return userId;
}

/** As `resolveOwnUserId`, for lists that a server may read for all users (undefined); a client names its own user, else 403. */
export function resolveOwnUserFilter(caller: Caller, idOrMe: string | undefined): string | undefined {
  if (idOrMe !== undefined) return resolveOwnUserId(caller, idOrMe);
  if (isServer(caller)) return undefined;
  requireSession(caller);
  throw new PlainError(
    403,
    "A client sees only its own user's part of this list. Add user_id=me, or call from your server.",
  );
}
