import type { AnswerOf } from '@latchkey/contract';
import type { Scope } from '../http/scope.ts';
import { ServerTeam, ServerUser } from '../users/server-user.ts';
import { TeamApiKey, UserApiKey } from './api-key.ts';

/** Whose key it is that was accepted. */
export type AcceptedApiKey =
  | { apiKey: UserApiKey; user: ServerUser; team?: undefined }
  | { apiKey: TeamApiKey; team: ServerTeam; user?: undefined };

/** Why a key is refused. Tell it to your logs; whoever presents a key is told nothing but that it is refused. */
export type ApiKeyRefusal = 'not_found' | 'revoked' | 'expired' | 'owner_restricted' | 'kind_disabled';

/** What became of the check of an API key. */
export type ApiKeyVerdict = ({ valid: true } & AcceptedApiKey) | { valid: false; reason: ApiKeyRefusal };

/** Longer than any key: what is longer is unknown, and need not travel. */
const maxKeyLength = 512;

/** Whether a string can be an API key at all; what programs without types hand over may not even be a string. */
export function canBeApiKey(key: unknown): key is string {
  return typeof key === 'string' && key.length <= maxKeyLength;
}

/** Checks a key of either kind and learns whose it is, in one round trip. Nothing is kept, so the next check asks again. */
export async function checkApiKey(scope: Scope, key: string): Promise<ApiKeyVerdict> {
  if (!canBeApiKey(key)) return { valid: false, reason: 'not_found' };
  const answer = await scope.api.ask<AnswerOf<'judgeApiKey'>>('/latchkey/api-keys/check', { api_key: key });
  if (!answer.valid) return answer;
  return 'user' in answer
    ? { valid: true, apiKey: new UserApiKey(scope, answer.key), user: new ServerUser(scope, answer.user) }
    : { valid: true, apiKey: new TeamApiKey(scope, answer.key), team: new ServerTeam(scope, answer.team) };
}
