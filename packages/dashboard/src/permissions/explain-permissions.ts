import type { PermissionDefinition } from '@latchkey/react';

/** Whether somebody holds a permission, and how. */
export interface ExplainedPermission {
  id: string;
  description: string | undefined;
  /** Granted to them as such. */
  isDirect: boolean;
  /** The granted permissions that contain it. */
  through: string[];
}

/** Every permission that can be held, with what somebody holds of it. Those of the system, which begin with `$`, come last. */
export function explainPermissions(
  definitions: readonly PermissionDefinition[],
  directIds: readonly string[],
): ExplainedPermission[] {
  const contained = new Map(definitions.map(({ id, containedPermissionIds }) => [id, containedPermissionIds]));
  const reach = new Map(directIds.map((id) => [id, containedIn(id, contained)]));
  return definitions
    .map(({ id, description }) => ({
      id,
      description,
      isDirect: reach.has(id),
      through: [...reach].filter(([holder, ids]) => holder !== id && ids.has(id)).map(([holder]) => holder),
    }))
    .toSorted((a, b) => Number(a.id.startsWith('$')) - Number(b.id.startsWith('$')));
}

/** All that a permission contains, through however many others; circles end where they began. */
function containedIn(id: string, contained: ReadonlyMap<string, readonly string[]>): Set<string> {
  const reached = new Set<string>();
  const open = [id];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const inner of contained.get(next) ?? []) {
      if (reached.has(inner)) continue;
      reached.add(inner);
      open.push(inner);
    }
  }
  return reached;
}
