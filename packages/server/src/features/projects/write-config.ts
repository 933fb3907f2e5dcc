import type { ConfigLevel, ConfigOverrides, ConfigSource } from '@latchkey/contract';
import { inTransaction } from '../../database/transaction.ts';
import type { Caller } from '../../http/caller.ts';
import { PlainError } from '../../http/errors.ts';
import type { Deps } from '../../platform/deps.ts';
import { changeOverrides } from './change-overrides.ts';
import { mergeOverrides, resetOverrides } from './merge-overrides.ts';
import { updateProjectRow } from './projects.queries.ts';

/** Replaces one level of the configuration; the branch may come with the source it was pushed from. */
export async function replaceConfig(
  deps: Deps,
  { project }: Caller,
  { level, overrides, source }: { level: ConfigLevel; overrides: ConfigOverrides; source: ConfigSource | undefined },
): Promise<void> {
  if (source !== undefined && level !== 'branch') {
    throw new PlainError(400, 'Only the level branch comes from a source.');
  }
  await inTransaction(deps.db, async (db) => {
    await changeOverrides(db, project.id, level, () => overrides);
    if (source !== undefined) {
      await updateProjectRow(db, project.id, { branch_config_source: JSON.stringify(source) });
    }
  });
}

/** Changes some keys of one level. */
export function updateConfig(
  deps: Deps,
  { project }: Caller,
  { level, overrides }: { level: ConfigLevel; overrides: ConfigOverrides },
): Promise<void> {
  return inTransaction(deps.db, (db) =>
    changeOverrides(db, project.id, level, (present) => mergeOverrides(present, overrides)),
  );
}

/** Forgets what one level says about some keys. */
export function resetConfig(
  deps: Deps,
  { project }: Caller,
  { level, keys }: { level: ConfigLevel; keys: readonly string[] },
): Promise<void> {
  return inTransaction(deps.db, (db) =>
    changeOverrides(db, project.id, level, (present) => resetOverrides(present, keys)),
  );
}

/** Forgets where the configuration of the branch came from. */
export function unlinkConfig(deps: Deps, { project }: Caller): Promise<void> {
  return updateProjectRow(deps.db, project.id, { branch_config_source: null });
}
