import type { PermissionDefinition } from '@latchkey/react';

/** Which permissions contain which; a circle is allowed, as the server has it. */
export interface PermissionGraph {
  definitions: ReadonlyMap<string, PermissionDefinition>;
  contains: ReadonlyMap<string, readonly string[]>;
  containedIn: ReadonlyMap<string, readonly string[]>;
}

export function graphOf(definitions: readonly PermissionDefinition[]): PermissionGraph {
  const byId = new Map(definitions.map((definition) => [definition.id, definition]));
  const contains = new Map<string, string[]>();
  const containedIn = new Map<string, string[]>(definitions.map(({ id }) => [id, []]));
  for (const { id, containedPermissionIds } of definitions) {
    const known = containedPermissionIds.filter((contained) => byId.has(contained));
    contains.set(id, known);
    for (const contained of known) containedIn.get(contained)?.push(id);
  }
  return { definitions: byId, contains, containedIn };
}

/** All that somebody with the permission may do: what it contains, and what that contains, without itself; by id. */
export function grantedBy(graph: PermissionGraph, id: string): string[] {
  const granted = new Set<string>();
  const waiting = [...(graph.contains.get(id) ?? [])];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (granted.has(next)) continue;
    granted.add(next);
    waiting.push(...(graph.contains.get(next) ?? []));
  }
  granted.delete(id);
  return [...granted].sort();
}

/** Whether it contains itself by way of others, so that all of them are worth the same. */
export function isInCircle(graph: PermissionGraph, id: string): boolean {
  return (graph.contains.get(id) ?? []).some((next) => next === id || grantedBy(graph, next).includes(id));
}

/** Permissions of the system cannot be changed. */
export function isOfSystem(id: string): boolean {
  return id.startsWith('$');
}
