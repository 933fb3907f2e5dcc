import { type ConfigChanges, projectSettings, type ProjectFields, type TrustedDomain } from '@latchkey/contract';
import type { Db } from '../../database/database.ts';
import { setDefaultPermissions } from '../permissions/index.ts';
import { changeOverrides } from './change-overrides.ts';
import { getProject } from './get-project.ts';
import { mergeOverrides } from './merge-overrides.ts';
import { type ProjectRecord, updateProjectRow } from './projects.queries.ts';
import type { Overrides } from './settings-from.ts';

/**
 * Changes a project, in a transaction; what is left out stays.
 *
 * @throws KnownError PERMISSION_NOT_FOUND, WRONG_PERMISSION_SCOPE
 */
export async function changeProject(
  db: Db,
  projectId: string,
  { config = {}, description, onboarding_state, ...columns }: ProjectFields,
): Promise<ProjectRecord> {
  await updateProjectRow(db, projectId, {
    ...columns,
    ...(description !== undefined && { description: description ?? '' }),
    ...(onboarding_state !== undefined && { onboarding_state: JSON.stringify(onboarding_state) }),
  });
  const overrides = overridesFrom(config);
  if (Object.keys(overrides).length > 0) {
    await changeOverrides(db, projectId, 'environment', (present) => mergeOverrides(present, overrides));
  }
  await setDefaultPermissions(db, projectId, {
    teamCreator: idsOf(config.team_creator_default_permissions),
    teamMember: idsOf(config.team_member_default_permissions),
    user: idsOf(config.user_default_permissions),
  });
  return getProject(db, projectId);
}

/** The same changes under the keys of the newer configuration API. */
function overridesFrom(config: ConfigChanges): Overrides {
  const overrides: Overrides = {};
  for (const [name, { overrideKey }] of Object.entries(projectSettings)) {
    const value = config[name as keyof typeof projectSettings];
    if (value === undefined) continue;
    overrides[overrideKey] = Array.isArray(value) ? recordsFrom(value) : value;
  }
  return overrides;
}

/** The place in the list is the id: the database keeps such keys in this order. */
function recordsFrom(domains: readonly TrustedDomain[]): Overrides {
  return Object.fromEntries(
    domains.map(({ domain, handler_path }, index) => [
      String(index + 1),
      { baseUrl: domain, handlerPath: handler_path },
    ]),
  );
}

function idsOf(permissions: readonly { id: string }[] | undefined): string[] | undefined {
  return permissions?.map(({ id }) => id);
}
