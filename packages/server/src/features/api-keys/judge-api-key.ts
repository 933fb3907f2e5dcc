import type { RefusalReason } from '@latchkey/contract';
import type { ApiKeyKind } from './api-key-format.ts';

/** What decides whether a key is let through. */
export interface JudgedApiKey {
  projectId: string;
  kind: ApiKeyKind;
  revokedAt: Date | null;
  expiresAt: Date | null;
  /** Whether an administrator restricts the user who holds it; never for a team's key. */
  ownerRestricted: boolean;
}

export type ApiKeyVerdict = 'valid' | Exclude<RefusalReason, 'kind_disabled'>;

export interface Question {
  projectId: string;
  /** The kind asked for; null for either. */
  kind: ApiKeyKind | null;
  now: Date;
}

/**
 * Whether a key is let through, and if not, why: the first reason in the order of wire.md section 6, what is final before
 * what can pass. Another project's key looks like an unknown one.
 */
export function judgeApiKey(key: JudgedApiKey | undefined, { projectId, kind, now }: Question): ApiKeyVerdict {
  if (key === undefined || key.projectId !== projectId) return 'not_found';
  if (kind !== null && key.kind !== kind) return 'wrong_type';
  if (key.revokedAt !== null) return 'revoked';
  if (key.expiresAt !== null && key.expiresAt <= now) return 'expired';
  if (key.ownerRestricted) return 'owner_restricted';
  return 'valid';
}

/** Neither revoked nor expired: the only state in which a key can be changed, since nothing may revive a leaked one. */
export function isLive(key: Pick<JudgedApiKey, 'revokedAt' | 'expiresAt'>, now: Date): boolean {
  return key.revokedAt === null && (key.expiresAt === null || key.expiresAt > now);
}
