import { inTransaction } from '../../database/transaction.ts';
import { violatedConstraint } from '../../database/violated-constraint.ts';
import type { Caller } from '../../http/caller.ts';
import { KnownError } from '../../http/errors.ts';
import type { ProjectKeyKind } from '../../http/identify-caller.ts';
import type { Deps } from '../../platform/deps.ts';
import { composeProjectKey } from './compose-project-key.ts';
import { insertKeySet, type KeySetRecord, projectConstraint } from './project-keys.queries.ts';
import { storedKey } from './stored-key.ts';

export interface NewKeySet {
  description: string;
  expiresAtMillis: number;
  kinds: readonly ProjectKeyKind[];
}

/** A new set, and its keys in full, which nobody can read again. */
export interface IssuedKeySet {
  set: KeySetRecord;
  values: { [Kind in ProjectKeyKind]?: string };
}

/**
 * Creates a set of keys of the caller's project, who is its administrator.
 *
 * @throws KnownError CURRENT_PROJECT_NOT_FOUND
 */
export async function createProjectKeys(
  deps: Deps,
  { project }: Caller,
  { description, expiresAtMillis, kinds }: NewKeySet,
): Promise<IssuedKeySet> {
  const keys = kinds.map((kind) => ({ kind, value: composeProjectKey(deps.random, kind) }));
  const row = {
    project_id: project.id,
    id: deps.random.uuid(),
    description,
    created_at: deps.clock.now(),
    expires_at: new Date(expiresAtMillis),
    revoked_at: null,
    from_environment: false,
  };
  const stored = keys.map(({ kind, value }) => storedKey(deps.secrets, kind, value));
  await inTransaction(deps.db, (db) => insertKeySet(db, row, stored)).catch((error: unknown) => {
    // The project was deleted in the meantime.
    if (violatedConstraint(error) !== projectConstraint) throw error;
    throw new KnownError('CURRENT_PROJECT_NOT_FOUND', { project_id: project.id });
  });
  return { set: { ...row, keys: stored }, values: Object.fromEntries(keys.map(({ kind, value }) => [kind, value])) };
}
