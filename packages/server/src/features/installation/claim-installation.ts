import type { z } from 'zod';
import type { claim } from '@latchkey/contract';
import type { Db } from '../../database/database.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Project } from '../../http/caller.ts';
import { PlainError } from '../../http/errors.ts';
import { networkOf } from '../../http/network-of.ts';
import { throttle } from '../../http/throttle.ts';
import type { Deps } from '../../platform/deps.ts';
import { hashPassword } from '../../platform/password-hash.ts';
import type { ThrottleRule } from '../../platform/throttles.ts';
import { adoptUnownedProjects, internalProjectId, loadProject } from '../projects/index.ts';
import { createUser, findUser, requireAcceptablePassword } from '../users/index.ts';
import { isClaimCode } from './claim-code.ts';
import { type ClaimState, lockClaimState, selectClaimState, updateClaimState } from './installation.queries.ts';

/** Guessing the code is hopeless anyway; this bounds the work: 20 in 10 minutes. */
const claimsPerAddress: ThrottleRule = { name: 'claim-address', points: 20, durationSeconds: 600 };

/** A user of `internal`, who is not signed in yet. */
export interface NewOperator {
  project: Project;
  userId: string;
}

/**
 * Makes the bearer of the claim code the first operator, with a personal team. Of several claims at once, on whatever
 * nodes, one succeeds. The address counts as verified: who can read the code holds the host, and nothing proves more.
 *
 * @throws PlainError 404 for a wrong code, 409 when the installation is claimed; KnownError PASSWORD_TOO_SHORT,
 *   PASSWORD_TOO_LONG, USER_EMAIL_ALREADY_EXISTS, which leave the code as it is
 */
export async function claimInstallation(
  deps: Deps,
  { code, email, password }: z.output<typeof claim>,
  { ip }: { ip: string },
): Promise<NewOperator> {
  await throttle(deps.throttles, claimsPerAddress, networkOf(ip));
  requireClaimCode(deps, await selectClaimState(deps.db), code);
  requireAcceptablePassword(password);
  const password_hash = await hashPassword(password);

  return inTransaction(deps.db, async (db) => {
    requireClaimCode(deps, await lockClaimState(db), code);
    const project = await loadProject(db, internalProjectId);
    const userId = await createUser(deps, db, withPersonalTeams(project), {
      primary_email: email,
      primary_email_verified: true,
      primary_email_auth_enabled: true,
      password_hash,
    });
    await adoptFirstProject(db, project, userId);
    await updateClaimState(db, { claim_code_nonce: null, claim_code_hash: null, claimed_at: deps.clock.now() });
    return { project, userId };
  });
}

/** Projects need a team that owns them, so the first operator gets one whatever the settings of internal say. */
function withPersonalTeams(project: Project): Project {
  return { ...project, settings: { ...project.settings, create_team_on_sign_up: true } };
}

/** What the first start made for an application is administered by the operator from now on. */
async function adoptFirstProject(db: Db, project: Project, userId: string): Promise<void> {
  const operator = await findUser(db, { project, userId });
  if (operator?.selected_team_id != null) await adoptUnownedProjects(db, operator.selected_team_id);
}

function requireClaimCode({ secrets }: Deps, state: ClaimState, code: string): void {
  if (state.claimed_at !== null) {
    throw new PlainError(
      409,
      'This installation is claimed already. Its operators invite others; on the host, "latchkey operator reset" lets an operator in again.',
    );
  }
  if (!isClaimCode(secrets, state, code.trim().toLowerCase())) {
    throw new PlainError(
      404,
      'This is not the claim code. The server prints it when it starts; each start prints a new one.',
    );
  }
}
