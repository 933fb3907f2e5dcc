import { KnownError } from '../../http/errors.ts';
import type { ApiKey } from './api-key.ts';

/** Extra fields, only for callers that ask for them: upstream's clients do not know these. */
export type Inclusions = ReadonlySet<'creator'>;

/** Reads `include=creator`, a list separated by commas. */
export function parseInclusions(include: string | undefined): Inclusions {
  const names = include?.split(',').map((name) => name.trim()) ?? [];
  const unknown = names.filter((name) => name !== 'creator');
  if (unknown.length > 0) {
    throw new KnownError('SCHEMA_ERROR', {
      message: `query.include knows only "creator", not ${JSON.stringify(unknown.join(', '))}.`,
    });
  }
  return new Set(names as 'creator'[]);
}

const nothing: Inclusions = new Set();

export function presentUserApiKey(key: ApiKey, inclusions: Inclusions = nothing) {
  return { ...presentFields(key), ...presentInclusions(key, inclusions), type: 'user' as const, user_id: key.ownerId };
}

export function presentTeamApiKey(key: ApiKey, inclusions: Inclusions = nothing) {
  return { ...presentFields(key), ...presentInclusions(key, inclusions), type: 'team' as const, team_id: key.ownerId };
}

export function presentApiKey(key: ApiKey, inclusions: Inclusions = nothing) {
  return key.kind === 'user' ? presentUserApiKey(key, inclusions) : presentTeamApiKey(key, inclusions);
}

function presentFields(key: ApiKey) {
  return {
    id: key.id,
    description: key.description,
    is_public: key.isPublic,
    created_at_millis: key.createdAt.getTime(),
    ...(key.expiresAt !== null && { expires_at_millis: key.expiresAt.getTime() }),
    ...(key.revokedAt !== null && { manually_revoked_at_millis: key.revokedAt.getTime() }),
    value: { last_four: key.lastFour },
  };
}

function presentInclusions(key: ApiKey, inclusions: Inclusions) {
  return inclusions.has('creator') ? { creator: { user_id: key.creatorUserId } } : {};
}
