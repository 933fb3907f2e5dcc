import type { Overrides } from './settings-from.ts';

/** A level with some of its keys changed; setting a whole forgets what was said about its parts. */
export function mergeOverrides(level: Overrides, changes: Overrides): Overrides {
  const changed = Object.keys(changes);
  const kept = Object.entries(level).filter(([key]) => !changed.some((whole) => isAtOrBelow(key, whole)));
  return { ...Object.fromEntries(kept), ...changes };
}

/** A level that says nothing any more about some keys and what is below them. */
export function resetOverrides(level: Overrides, keys: readonly string[]): Overrides {
  const kept = Object.entries(level)
    .filter(([key]) => !keys.some((whole) => isAtOrBelow(key, whole)))
    .map(([key, value]) => [key, keys.reduce((rest, part) => withoutPart(rest, key, part), value)] as const);
  return Object.fromEntries(kept);
}

function isAtOrBelow(key: string, whole: string): boolean {
  return key === whole || key.startsWith(`${whole}.`);
}

/** The value of `key` without what `part` names inside of it. */
function withoutPart(value: Overrides[string], key: string, part: string): Overrides[string] {
  if (!part.startsWith(`${key}.`) || typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const [name = '', ...rest] = part.slice(key.length + 1).split('.');
  const { [name]: inner, ...others } = value;
  if (inner === undefined || rest.length === 0) return others;
  return { ...value, [name]: withoutPart(inner, name, [name, ...rest].join('.')) };
}
