import type { Deps } from '../../platform/deps.ts';
import { base32From } from '../../platform/random.ts';
import { normalizeEmail } from '../contact-channels/index.ts';
import { forgetFailedSignIns } from '../passwords/index.ts';
import { internalProjectId, loadProject } from '../projects/index.ts';
import { updateUser } from '../users/index.ts';
import { selectOperatorEmails, selectOperatorId } from './installation.queries.ts';

/** What became of a reset. */
export type OperatorReset =
  | { outcome: 'reset'; email: string; password: string }
  /** No operator was named, or none signs in with that address; here are those who do, at most 100. */
  | { outcome: 'no_such_operator'; operators: string[] };

const maxListed = 100;

/**
 * Lets an operator in again who lost the password: gives a new one, which is shown this once, lifts a restriction, and
 * ends the operator's sessions and unused reset links. Whoever can call this has the host, and with it the database, so
 * no further proof is asked for.
 *
 * @param email null: only tells which operators there are
 */
export async function resetOperator(deps: Deps, { email }: { email: string | null }): Promise<OperatorReset> {
  const userId = email === null ? undefined : await selectOperatorId(deps.db, normalizeEmail(email));
  if (email === null || userId === undefined) {
    return { outcome: 'no_such_operator', operators: await selectOperatorEmails(deps.db, { limit: maxListed }) };
  }
  const project = await loadProject(deps.db, internalProjectId);
  const password = makePassword(deps);
  await updateUser(deps, project, userId, { password, restricted_by_admin: false });
  await forgetFailedSignIns(deps, project, email);
  return { outcome: 'reset', email, password };
}

/** 20 base32 digits are 100 bits; in groups, since somebody may have to type it. */
function makePassword({ random }: Deps): string {
  return (base32From(random.bytes(20)).match(/.{5}/g) ?? []).join('-');
}
