import type { PermissionDefinition } from './permission-definitions.queries.ts';

export function presentPermissionDefinition({ id, description, containedPermissionIds }: PermissionDefinition) {
  return {
    id,
    ...(description !== null && { description }),
    contained_permission_ids: containedPermissionIds,
  };
}
