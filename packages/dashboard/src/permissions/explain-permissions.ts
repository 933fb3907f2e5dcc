import type { PermissionDefinition } from '@latchkey/react';
import { graphOf, grantedBy, isOfSystem } from './permission-graph.ts';

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
  const graph = graphOf(definitions);
  const reach = new Map(directIds.map((id) => [id, new Set(grantedBy(graph, id))]));
  return definitions
    .map(({ id, description }) => ({
      id,
      description,
      isDirect: reach.has(id),
      through: [...reach].filter(([, ids]) => ids.has(id)).map(([holder]) => holder),
    }))
    .toSorted((a, b) => Number(isOfSystem(a.id)) - Number(isOfSystem(b.id)));
}
