import type { z } from 'zod';

/** Where a value came from, as the message names it. */
export type Part = 'params' | 'query' | 'body';

const partNames: Record<Part, string> = { params: 'path', query: 'query', body: 'body' };

/** All that is wrong with one part of a request, each problem in a few words that name the field. */
export function describeProblems(part: Part, value: unknown, error: z.ZodError): string[] {
  return error.issues.map((issue) => {
    const name = [partNames[part], ...issue.path.map(String)].join('.');
    if (issue.code === 'unrecognized_keys') {
      return `${name} has unknown properties: ${issue.keys.slice(0, 20).join(', ').slice(0, 500)}`;
    }
    const found = valueAt(value, issue.path);
    if (found === undefined) return `${name} is missing`;
    if (found === null && issue.code !== 'custom') return `${name} must not be null`;
    return `${name}: ${issue.message}`;
  });
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );
}
