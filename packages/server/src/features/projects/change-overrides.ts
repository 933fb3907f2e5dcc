import { type ConfigLevel, maxConfigLength, maxTrustedDomains, projectSettings } from '@latchkey/contract';
import type { Db } from '../../database/database.ts';
import { KnownError, PlainError } from '../../http/errors.ts';
import { internalProjectId } from './internal-project.ts';
import { lockConfiguration, updateProjectRow } from './projects.queries.ts';
import { type OverrideLevels, type Overrides, overridesColumn, overridesOf, renderOverrides } from './settings-from.ts';

/**
 * Changes one level of a project's configuration, in a transaction, one change after another.
 *
 * @param change makes the new level of the present one
 * @throws KnownError CURRENT_PROJECT_NOT_FOUND; PlainError 400 when the level becomes too large, 403 for what the
 *   environment of the server decides
 */
export async function changeOverrides(
  db: Db,
  projectId: string,
  level: ConfigLevel,
  change: (present: Overrides) => Overrides,
): Promise<void> {
  const column = overridesColumn[level];
  const levels = await lockConfiguration(db, projectId);
  if (levels === undefined) throw new KnownError('CURRENT_PROJECT_NOT_FOUND', { project_id: projectId });
  const changed = change(levels[column]);
  if (projectId === internalProjectId) refuseDecidedByEnvironment(level, changed);
  const text = JSON.stringify(changed);
  refuseTooLarge(text, { ...levels, [column]: changed });
  await updateProjectRow(db, projectId, { [column]: text });
}

/** Who operates the server decides who may become an operator, not who administers the project `internal` over the API. */
function refuseDecidedByEnvironment(level: ConfigLevel, changed: Overrides): void {
  if (level === 'project' || Object.hasOwn(changed, projectSettings.sign_up_enabled.overrideKey)) {
    throw new PlainError(
      403,
      'The environment of the server decides this for the project internal: sign-up by LATCHKEY_OPERATOR_SIGN_UP, and everything on the level project.',
    );
  }
}

/** Every request reads the levels, so they stay small. */
function refuseTooLarge(text: string, levels: OverrideLevels): void {
  if (text.length > maxConfigLength) {
    throw new PlainError(400, `One level of the configuration takes at most ${maxConfigLength} characters.`);
  }
  const domains = renderOverrides(overridesOf(levels)).domains;
  const records =
    typeof domains === 'object' && domains !== null && !Array.isArray(domains) ? domains.trustedDomains : {};
  if (Object.keys(records ?? {}).length > maxTrustedDomains) {
    throw new PlainError(400, `A project trusts at most ${maxTrustedDomains} domains.`);
  }
}
