import { inTransaction } from '../../database/transaction.ts';
import type { Deps } from '../../platform/deps.ts';
import { describeError } from '../../platform/logger.ts';
import type { Shutdown } from '../../platform/shutdown.ts';
import { type EnvironmentKeys, setEnvironmentKeys } from '../project-keys/index.ts';
import { ensureInternalProject } from '../projects/index.ts';
import { announceNode, type NodePresence } from './announce-node.queries.ts';
import { deriveClaimCodes, isClaimCode } from './claim-code.ts';
import { type FirstProject, makeFirstProject } from './make-first-project.ts';
import { lockClaimState, selectClaimState, updateClaimState } from './installation.queries.ts';

/** What an operator needs to know of the installation at a start. */
export interface PreparedInstallation {
  /** Makes its bearer the first operator, once; null when that has happened. */
  claimCode: string | null;
  /** For an application to use at once; null when the installation is claimed, or none was wished for. */
  firstProject: FirstProject | null;
}

const nonceLength = 16;

export interface InstallationWish {
  internalKeys: EnvironmentKeys;
  /** Its keys are printed: right on a developer's terminal, wrong in the logs of a cluster. */
  firstProject: 'make' | 'none';
}

/** Brings the project `internal` in line with the environment, and makes the claim code of this start. */
export async function prepareInstallation(
  deps: Deps,
  { internalKeys, firstProject }: InstallationWish,
  shutdown: Pick<Shutdown, 'add'>,
): Promise<PreparedInstallation> {
  await ensureInternalProject(deps);
  await setEnvironmentKeys(deps, deps.db, internalKeys);
  return {
    claimCode: await prepareClaimCode(deps, shutdown),
    firstProject: firstProject === 'make' ? await makeFirstProject(deps) : null,
  };
}

/**
 * The code to print: a new one at each start, unless another node is running, whose operator may be looking at the
 * present one.
 */
async function prepareClaimCode(deps: Deps, shutdown: Pick<Shutdown, 'add'>): Promise<string | null> {
  const { claimed_at } = await selectClaimState(deps.db);
  if (claimed_at !== null) return null;
  const presence = await announceNode(deps.pool, (error) =>
    deps.logger.warn(
      describeError(error),
      'other nodes no longer see this one: one that starts now changes the claim code',
    ),
  );
  shutdown.add(() => presence.leave());
  const code = await chooseClaimCode(deps, presence);
  await presence.settle();
  return code;
}

function chooseClaimCode({ db, random, secrets }: Deps, { isFirst }: NodePresence): Promise<string | null> {
  return inTransaction(db, async (db) => {
    const state = await lockClaimState(db);
    if (state.claimed_at !== null) return null;
    if (!isFirst && state.claim_code_nonce !== null) {
      const present = deriveClaimCodes(secrets, state.claim_code_nonce).find((code) =>
        isClaimCode(secrets, state, code),
      );
      if (present !== undefined) return present;
    }
    const nonce = random.bytes(nonceLength);
    const [code = ''] = deriveClaimCodes(secrets, nonce);
    const { hash } = secrets.hash('claim-code', code);
    await updateClaimState(db, { claim_code_nonce: nonce, claim_code_hash: hash, claimed_at: null });
    return code;
  });
}
