import { batchedLookup } from '../../database/batched-lookup.ts';
import type { Session } from '../../http/caller.ts';
import type { AccessTokenReading, CallerSource } from '../../http/identify-caller.ts';
import type { Deps } from '../../platform/deps.ts';
import { settingsFrom } from '../projects/index.ts';
import { restrictedReasonOf } from './restricted-reason.ts';
import { type SessionOfToken, selectSessionsOfTokens } from './sessions.queries.ts';
import { type TokenReference, verifyAccessToken } from './verify-access-token.ts';

/**
 * How access tokens are read: the signature first, then the session in the database, each time, so that a sign-out or a
 * password change is felt at once. The look-ups of one turn of the event loop share one query.
 */
export function createAccessTokenReader(deps: Deps): CallerSource['readAccessToken'] {
  const findSession = batchedLookup(async (keys) => {
    const rows = await selectSessionsOfTokens(deps.pool, keys.map(parseKey), deps.clock.now());
    return new Map(rows.map((row) => [formatKey(row), row]));
  });
  return async (token) => {
    const verified = await verifyAccessToken(deps, token);
    switch (verified.outcome) {
      case 'unparsable':
        return verified;
      case 'expired':
        return verified;
      case 'genuine':
        return judge(verified, await findSession(formatKey(verified)), deps.clock.now());
    }
  };
}

/** What the database says of a genuine token: its user may be gone, or its session may have ended. */
function judge(token: TokenReference, found: SessionOfToken | undefined, now: Date): AccessTokenReading {
  const { projectId, userId, sessionId } = token;
  if (found === undefined) return { outcome: 'no_user', projectId };
  if (!found.isLive) return { outcome: 'expired', projectId, userId, sessionId, expiredAtMillis: now.getTime() };
  return { outcome: 'live', projectId, session: sessionFrom(token, found) };
}

/** By the user's present state, not by what the token said when it was signed. */
function sessionFrom({ sessionId, userId }: TokenReference, found: SessionOfToken): Session {
  // Working the settings out costs more than all the rest, and matters only where the address is not verified.
  const settings = found.isEmailVerified ? { require_email_verification: false } : settingsFrom(found.overrides);
  return { id: sessionId, userId, restrictedReason: restrictedReasonOf(found, settings) };
}

type Key = Pick<TokenReference, 'projectId' | 'userId' | 'sessionId'>;

function formatKey({ projectId, userId, sessionId }: Key): string {
  return [projectId, userId, sessionId].join(' ');
}

function parseKey(key: string): Key {
  const [projectId = '', userId = '', sessionId = ''] = key.split(' ');
  return { projectId, userId, sessionId };
}
