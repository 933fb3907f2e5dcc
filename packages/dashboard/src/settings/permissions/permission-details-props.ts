import type { PermissionDefinition } from '@latchkey/react';
import type { PermissionGraph } from '../../permissions/permission-graph.ts';
import type { PermissionScope } from '../../permissions/permissions-query.ts';

/** Which permission is shown, among which others. */
export interface PermissionDetailsProps {
  scope: PermissionScope;
  graph: PermissionGraph;
  definition: PermissionDefinition;
  /** Another one, or none. */
  onChoose: (id: string | undefined) => void;
}
