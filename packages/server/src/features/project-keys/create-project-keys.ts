import { inTransaction } from '../../database/transaction.ts';
import type { Caller } from '../../http/caller.ts';
import type { ProjectKeyKind } from '../../http/identify-caller.ts';
import type { Deps } from '../../platform/deps.ts';
import { composeProjectKey } from './compose-project-key.ts';
import { insertKeySet, type KeySetRow } from './project-keys.queries.ts';
import { refuseKeysOfInternal } from './refuse-keys-of-internal.ts';
import { storedKey } from './stored-key.ts';

export interface NewKeySet {
  description: string;
  expiresAtMillis: number;
  kinds: readonly ProjectKeyKind[];
}

/** A new set, and its keys in full, which nobody can read again. */
export interface IssuedKeySet {
  set: KeySetRow;
  values: { [Kind in ProjectKeyKind]?: string };
}

/**
 * Creates a set of keys of the caller's project, who is its administrator.
 *
 * @throws PlainError 403 for `internal`
 */
export async function createProjectKeys(
  deps: Deps,
  { project }: Caller,
  { description, expiresAtMillis, kinds }: NewKeySet,
): Promise<IssuedKeySet> {
  refuseKeysOfInternal(project);
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
  await inTransaction(deps.db, (db) => insertKeySet(db, row, stored));
  return { set: row, values: Object.fromEntries(keys.map(({ kind, value }) => [kind, value])) };
}
