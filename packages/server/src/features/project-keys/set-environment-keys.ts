import type { Db } from '../../database/database.ts';
import { lockProject } from '../../database/lock-project.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { ProjectKeyKind } from '../../http/identify-caller.ts';
import type { Deps } from '../../platform/deps.ts';
import { internalProjectId } from '../projects/index.ts';
import { deleteEnvironmentKeys, insertKeySet, selectEnvironmentKeys } from './project-keys.queries.ts';
import { storedKey } from './stored-key.ts';

/** The keys of `internal` that the environment fixes; a kind that is left out has none. */
export type EnvironmentKeys = { readonly [Kind in ProjectKeyKind]?: string | undefined };

/** Makes the keys of `internal` from the environment those that it names now, and no others. */
export async function setEnvironmentKeys(deps: Deps, db: Db, environmentKeys: EnvironmentKeys): Promise<void> {
  const wanted = Object.entries(environmentKeys).flatMap(([kind, value]) =>
    value === undefined ? [] : [{ kind: kind as ProjectKeyKind, value }],
  );
  await inTransaction(db, async (db) => {
    // Nodes may start together.
    await lockProject(db, internalProjectId);
    const present = await selectEnvironmentKeys(db, internalProjectId);
    const isPresent = ({ kind, value }: (typeof wanted)[number]): boolean => {
      const hashes = deps.secrets.possibleHashes('project-key', value);
      return present.some((key) => key.kind === kind && hashes.some((hash) => hash.equals(key.hash)));
    };
    // Left alone when equal: other nodes use it, perhaps still with a former LATCHKEY_SECRET.
    if (present.length === wanted.length && wanted.every(isPresent)) return;

    await deleteEnvironmentKeys(db, internalProjectId);
    if (wanted.length === 0) return;
    const set = {
      project_id: internalProjectId,
      id: deps.random.uuid(),
      description: 'From the environment of the server',
      created_at: deps.clock.now(),
      from_environment: true,
    };
    await insertKeySet(
      db,
      set,
      wanted.map(({ kind, value }) => storedKey(deps.secrets, kind, value)),
    );
  });
}
