import { z } from 'zod';
import { projectSettings, trustedDomainRecords } from './project-settings.ts';

type Json = z.core.util.JSONType;

/** What one level of a configuration says: values by dotted keys (wire.md section 8). */
export type ConfigOverrides = Record<string, Json>;

/** Longest text of one level of a configuration, in characters. */
export const maxConfigLength = 32_768;

const domainsKey = projectSettings.domains.overrideKey;
const schemas = new Map<string, z.ZodType>(
  Object.values(projectSettings).map(({ overrideKey, schema }) => [overrideKey, schema]),
);
schemas.set(domainsKey, trustedDomainRecords);

/**
 * A level of a configuration as clients write it: JSON in a string, with dotted keys, nested objects, or a mixture. Comes
 * out with dotted keys only. A key that is no setting is a problem, and so is a value that does not fit its setting; null
 * stands for the initial value.
 */
export const configOverrides = z
  .string()
  .max(maxConfigLength)
  .transform((text, context): ConfigOverrides => {
    const written = parseObject(text);
    if (written === null) {
      context.addIssue('must be a JSON object');
      return z.NEVER;
    }
    const overrides: ConfigOverrides = {};
    const problems = flatten(written, '', overrides);
    for (const problem of problems) context.addIssue(problem);
    return problems.length === 0 ? overrides : z.NEVER;
  });

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Collects the values of `group`, whose keys stand below `prefix`, and answers what is wrong with it. */
function flatten(group: Record<string, unknown>, prefix: string, into: ConfigOverrides): string[] {
  return Object.entries(group).flatMap(([name, value]) => {
    const key = prefix + name;
    if (schemas.has(key) || key.startsWith(`${domainsKey}.`)) return readValue(key, value, into);
    const below = [...schemas.keys()].filter((settingKey) => settingKey.startsWith(`${key}.`));
    if (below.length === 0) return [`unknown setting ${key.slice(0, 100)}`];
    if (isObject(value)) return flatten(value, `${key}.`, into);
    if (value !== null) return [`${key} must be an object`];
    for (const settingKey of below) into[settingKey] = null;
    return [];
  });
}

function readValue(key: string, value: unknown, into: ConfigOverrides): string[] {
  if (value === null && schemas.has(key)) {
    into[key] = null;
    return [];
  }
  const [settingKey, path] = key.startsWith(`${domainsKey}.`)
    ? [domainsKey, key.slice(domainsKey.length + 1).split('.')]
    : [key, []];
  // A part of the whole is held against the schema of the whole.
  const whole = path.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value);
  const read = schemas.get(settingKey)?.safeParse(whole);
  const part = path.reduce<unknown>(
    (outer, name) => (isObject(outer) && Object.hasOwn(outer, name) ? outer[name] : undefined),
    read?.data,
  );
  if (read?.success !== true || part === undefined) {
    const [issue] = read?.error?.issues ?? [];
    return [`${key.slice(0, 100)}: ${issue?.message ?? 'unknown setting'}`];
  }
  into[key] = part as Json;
  return [];
}
