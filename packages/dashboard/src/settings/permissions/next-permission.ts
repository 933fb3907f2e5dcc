import type { PermissionGraph } from '../../permissions/permission-graph.ts';
import type { PermissionLayout, PlacedPermission } from './layout-permissions.ts';

/**
 * Where a key leads from a permission: up and down within its column, left and right along a line where there is one, Home
 * and End to the ends of the column. undefined: nowhere, or another key.
 */
export function nextPermission(
  { columns }: PermissionLayout,
  graph: PermissionGraph,
  { id, key }: { id: string; key: string },
): string | undefined {
  const place = columns.flat().find((candidate) => candidate.id === id);
  if (place === undefined) return undefined;
  const column = columns[place.column] ?? [];
  switch (key) {
    case 'ArrowUp':
      return column[place.row - 1]?.id;
    case 'ArrowDown':
      return column[place.row + 1]?.id;
    case 'Home':
      return column[0]?.id;
    case 'End':
      return column.at(-1)?.id;
    case 'ArrowRight':
      return nearest(place, columns.slice(place.column + 1), graph.contains.get(id));
    case 'ArrowLeft':
      return nearest(place, columns.slice(0, place.column).reverse(), graph.containedIn.get(id));
    default:
      return undefined;
  }
}

function nearest(
  from: PlacedPermission,
  columns: readonly PlacedPermission[][],
  connected: readonly string[] = [],
): string | undefined {
  const linked = columns.map((column) => column.filter(({ id }) => connected.includes(id)));
  const candidates = linked.find((column) => column.length > 0) ?? columns[0] ?? [];
  return candidates.toSorted((a, b) => Math.abs(a.y - from.y) - Math.abs(b.y - from.y))[0]?.id;
}
