import {
  type ConfigLevel,
  defaultHandlerPath,
  projectSettings,
  type ProjectSettingName,
  type ProjectSettings,
  trustedDomainRecords,
  type TrustedDomain,
  unavailableSettings,
} from '@latchkey/contract';
import type { JsonValue } from '../../database/database.ts';

/** What one level says: values by dotted keys. */
export type Overrides = Record<string, JsonValue>;

/** The three levels of a project's configuration, as its row holds them. */
export interface OverrideLevels {
  project_overrides: Overrides;
  branch_overrides: Overrides;
  environment_overrides: Overrides;
}

/** The column of each level. */
export const overridesColumn = {
  project: 'project_overrides',
  branch: 'branch_overrides',
  environment: 'environment_overrides',
} as const satisfies Record<ConfigLevel, keyof OverrideLevels>;

/** The settings in force: what the levels say, a later one winning over an earlier one, else the initial values. */
export function settingsFrom(levels: OverrideLevels): ProjectSettings {
  const configuration = renderOverrides(overridesOf(levels));
  const entries = Object.keys(projectSettings).map((name) => [
    name,
    valueInForce(name as ProjectSettingName, configuration),
  ]);
  return Object.fromEntries(entries) as ProjectSettings;
}

/** The levels of a project, the strongest last. */
export function overridesOf(levels: OverrideLevels): Overrides[] {
  return [levels.project_overrides, levels.branch_overrides, levels.environment_overrides];
}

/** Levels laid over one another, as one nested object. */
export function renderOverrides(levels: readonly Overrides[]): Overrides {
  const configuration: Overrides = {};
  for (const level of levels) {
    // Shorter keys first, so that a whole is replaced before its parts are changed.
    const keys = Object.keys(level).sort((one, other) => one.split('.').length - other.split('.').length);
    for (const key of keys) setAt(configuration, key.split('.'), level[key] ?? null);
  }
  return configuration;
}

function valueInForce(name: ProjectSettingName, configuration: Overrides): unknown {
  const { overrideKey, schema, initial } = projectSettings[name];
  if (unavailableSettings.some((unavailable) => unavailable === name)) return initial;
  const value = valueAt(configuration, overrideKey.split('.'));
  if (value === undefined || value === null) return initial;
  // What was written long ago may not fit the schema of today.
  const read = schema.safeParse(name === 'domains' && isObject(value) ? trustedDomainsFrom(value) : value);
  return read.success ? read.data : initial;
}

function trustedDomainsFrom(value: Overrides): TrustedDomain[] {
  const records = trustedDomainRecords.safeParse(value);
  return Object.values(records.data ?? {}).flatMap((record) => {
    if (record === null || typeof record.baseUrl !== 'string') return [];
    return [{ domain: record.baseUrl, handler_path: record.handlerPath ?? defaultHandlerPath }];
  });
}

function isObject(value: JsonValue | undefined): value is Overrides {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function setAt(target: Overrides, [name = '', ...rest]: string[], value: JsonValue): void {
  if (rest.length === 0) {
    target[name] = structuredClone(value);
    return;
  }
  const present = Object.hasOwn(target, name) ? target[name] : undefined;
  const inner = isObject(present) ? present : {};
  target[name] = inner;
  setAt(inner, rest, value);
}

function valueAt(source: Overrides, [name = '', ...rest]: string[]): JsonValue | undefined {
  const value = Object.hasOwn(source, name) ? source[name] : undefined;
  if (rest.length === 0) return value;
  return isObject(value) ? valueAt(value, rest) : undefined;
}
