import type { Caller } from '../../http/caller.ts';
import type { Deps } from '../../platform/deps.ts';
import { findTeam, presentServerTeam } from '../teams/index.ts';
import { findUser, presentUser } from '../users/index.ts';
import type { ApiKey } from './api-key.ts';
import { isKindEnabled } from './authorize-key-owner.ts';
import { type ApiKeyLookup, recordCheck } from './check-api-key.ts';
import { judgeApiKey } from './judge-api-key.ts';
import { presentTeamApiKey, presentUserApiKey } from './present-api-key.ts';

/** Why a key is refused, as our own SDK tells the application; wire.md section 16. */
type Refusal = 'not_found' | 'revoked' | 'expired' | 'owner_restricted' | 'kind_disabled';

const refuse = (reason: Refusal) => ({ valid: false as const, reason });

/** The verdict on a key of either kind, with its owner where it is valid: all in one answer. */
export async function judgePresentedApiKey(deps: Deps, lookup: ApiKeyLookup, caller: Caller, value: string) {
  const key = await lookup(value);
  const verdict = await judge(deps, caller, key);
  recordCheck(deps, caller, key, verdict.valid ? 'valid' : verdict.reason);
  return verdict;
}

async function judge(deps: Deps, caller: Caller, key: ApiKey | undefined) {
  const verdict = judgeApiKey(key, { projectId: caller.project.id, kind: null, now: deps.clock.now() });
  if (key === undefined || verdict === 'wrong_type') return refuse('not_found');
  if (verdict !== 'valid') return refuse(verdict);
  if (!isKindEnabled(caller, key.kind)) return refuse('kind_disabled');

  if (key.kind === 'user') {
    const user = await findUser(deps.db, { project: caller.project, userId: key.ownerId });
    if (user === null) return refuse('not_found');
    return { valid: true as const, key: presentUserApiKey(key), user: presentUser(user, caller.project) };
  }
  const team = await findTeam(deps.db, { projectId: caller.project.id, teamId: key.ownerId });
  if (team === null) return refuse('not_found');
  return { valid: true as const, key: presentTeamApiKey(key), team: presentServerTeam(team) };
}
