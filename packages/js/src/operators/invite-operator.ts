import type { AnswerOf } from '@latchkey/contract';
import type { StackClientApp } from '../apps/client-app.ts';
import type { VerificationCodeRefusal } from '../apps/sign-in-app.ts';
import { codeRefusals } from '../apps/code-refusals.ts';
import { cacheKeys } from '../cache/cache-keys.ts';
import { type Result, resultOf } from '../errors/result.ts';
import { scopeOf } from '../http/scope.ts';
import type { CurrentUser } from '../users/current-user.ts';
import { type NewOperatorRefusal, newOperatorRefusals, signedInTo } from './installation.ts';

/** A code with which one person becomes an operator. */
export interface OperatorInvitation {
  id: string;
  /** The whole secret, this once: the page with the link to hand over makes it part of that link. */
  code: string;
  expiresAt: Date;
}

/** With what an invited operator comes. */
export interface JoinOptions {
  code: string;
  /** For an invitation by link; one by mail names the address. */
  email?: string;
  password: string;
}

/**
 * Invites one person, whatever their address, to a team of the project `internal`, of which `operator` is a member with
 * `$invite_members`. `Team.inviteUser` invites by mail.
 *
 * @throws KnownError TEAM_MEMBERSHIP_NOT_FOUND, TEAM_PERMISSION_REQUIRED
 */
export async function inviteOperatorByLink(operator: CurrentUser, teamId: string): Promise<OperatorInvitation> {
  const { api, cache } = scopeOf(operator);
  const body = { team_id: teamId };
  const { id, code, expires_at_millis } = await api.post<AnswerOf<'inviteOperator'>>(
    '/latchkey/operators/invitations',
    body,
  );
  await cache.invalidate(cacheKeys.sentInvitations(teamId));
  return { id, code, expiresAt: new Date(expires_at_millis) };
}

/**
 * Makes whoever was invited an operator, and signs them in to `app`, an app of the project `internal`. Whoever is one already
 * accepts with `acceptTeamInvitation`.
 */
export async function joinOperators(
  app: StackClientApp,
  { code, email, password }: JoinOptions,
): Promise<Result<undefined, NewOperatorRefusal | VerificationCodeRefusal>> {
  const joining = scopeOf(app).api.post<AnswerOf<'joinOperators'>>('/latchkey/operators', { code, email, password });
  return resultOf(signedInTo(app, joining), ...codeRefusals, ...newOperatorRefusals);
}
