import type { ApiKey } from './api-key.ts';

/** Fields that upstream's clients do not know, for callers that ask for them. */
export type Inclusion = ReadonlySet<'creator' | 'usage'>;

export function presentUserApiKey(key: ApiKey, include?: Inclusion) {
  return { ...presentFields(key), ...presentInclusion(key, include), type: 'user' as const, user_id: key.ownerId };
}

export function presentTeamApiKey(key: ApiKey, include?: Inclusion) {
  return { ...presentFields(key), ...presentInclusion(key, include), type: 'team' as const, team_id: key.ownerId };
}

export function presentApiKey(key: ApiKey, include?: Inclusion) {
  return key.kind === 'user' ? presentUserApiKey(key, include) : presentTeamApiKey(key, include);
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

function presentInclusion(key: ApiKey, include: Inclusion | undefined) {
  return {
    ...(include?.has('creator') && { creator: { user_id: key.creatorUserId } }),
    ...(include?.has('usage') && { usage: presentUsage(key) }),
  };
}

function presentUsage({ lastUsedAt, leakReportedAt }: ApiKey) {
  return {
    last_used_at_millis: lastUsedAt?.getTime() ?? null,
    leak_reported_at_millis: leakReportedAt?.getTime() ?? null,
  };
}
