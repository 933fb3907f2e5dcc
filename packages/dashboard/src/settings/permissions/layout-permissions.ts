import { isOfSystem, type PermissionGraph } from '../../permissions/permission-graph.ts';
import { rankPermissions } from './rank-permissions.ts';

/** Where a permission stands, in pixels from the top left corner. */
export interface PlacedPermission {
  id: string;
  column: number;
  row: number;
  x: number;
  y: number;
}

/** A line from what contains to what is contained. */
export interface PlacedContainment {
  from: string;
  to: string;
  path: string;
}

export interface PermissionLayout {
  columns: PlacedPermission[][];
  containments: PlacedContainment[];
  width: number;
  height: number;
}

const boxSize = { width: 160, height: 36 };
const gap = { column: 64, row: 12 };
const pad = 16;
/** Rounds in which the columns are ordered by their neighbours; more change nothing on graphs that people draw. */
const rounds = 4;

/** Puts permissions into columns, each to the right of all that contain it, in an order with few crossings. */
export function layoutPermissions(graph: PermissionGraph): PermissionLayout {
  const columns = orderColumns(graph, columnsOf(graph));
  const tallest = Math.max(0, ...columns.map((ids) => ids.length));
  const heightOf = (rows: number) => rows * boxSize.height + Math.max(0, rows - 1) * gap.row;
  const placed = columns.map((ids, column) =>
    ids.map((id, row) => ({
      id,
      column,
      row,
      x: pad + column * (boxSize.width + gap.column),
      y: pad + (heightOf(tallest) - heightOf(ids.length)) / 2 + row * (boxSize.height + gap.row),
    })),
  );
  return {
    columns: placed,
    containments: drawContainments(graph, placed.flat()),
    width: 2 * pad + columns.length * boxSize.width + Math.max(0, columns.length - 1) * gap.column,
    height: 2 * pad + heightOf(tallest),
  };
}

function columnsOf(graph: PermissionGraph): string[][] {
  const ranks = rankPermissions(graph);
  const ids = [...graph.definitions.keys()];
  const deepest = Math.max(0, ...ids.filter((id) => !isOfSystem(id)).map((id) => ranks.get(id) ?? 0));
  const lastOfSystem = Math.max(0, ...ids.map((id) => ranks.get(id) ?? 0), ids.some(isOfSystem) ? deepest + 1 : 0);
  const columns: string[][] = [];
  // Those of the system contain nothing: together at the end, they are found at once.
  for (const id of ids.sort()) (columns[isOfSystem(id) ? lastOfSystem : (ranks.get(id) ?? 0)] ??= []).push(id);
  return columns.filter((column) => column !== undefined);
}

/** Moves each permission to the middle of its neighbours in the other columns, back and forth. */
function orderColumns(graph: PermissionGraph, columns: string[][]): string[][] {
  let ordered = columns;
  for (let round = 0; round < rounds; round += 1) {
    const positions = new Map(ordered.flatMap((ids) => ids.map((id, row) => [id, (row + 0.5) / ids.length] as const)));
    const neighbours = round % 2 === 0 ? graph.containedIn : graph.contains;
    ordered = ordered.map((ids) => {
      const middles = new Map(
        ids.map((id) => [id, middleOf(neighbours.get(id) ?? [], positions) ?? positions.get(id) ?? 0]),
      );
      return ids.toSorted((a, b) => (middles.get(a) ?? 0) - (middles.get(b) ?? 0) || (a < b ? -1 : 1));
    });
  }
  return ordered;
}

function middleOf(ids: readonly string[], positions: ReadonlyMap<string, number>): number | undefined {
  if (ids.length === 0) return undefined;
  return ids.reduce((sum, id) => sum + (positions.get(id) ?? 0), 0) / ids.length;
}

function drawContainments(graph: PermissionGraph, placed: readonly PlacedPermission[]): PlacedContainment[] {
  const places = new Map(placed.map((place) => [place.id, place]));
  return placed.flatMap((from) =>
    (graph.contains.get(from.id) ?? []).flatMap((id) => {
      const to = places.get(id);
      return to === undefined ? [] : [{ from: from.id, to: id, path: draw(from, to) }];
    }),
  );
}

function draw(from: PlacedPermission, to: PlacedPermission): string {
  const [startY, endY] = [from.y + boxSize.height / 2, to.y + boxSize.height / 2];
  const startX = from.x + boxSize.width;
  // Within a circle both stand in one column: out and back in at the same side.
  if (from.column === to.column) {
    const reach = startX + gap.column / 2;
    return `M${startX} ${startY}C${reach} ${startY} ${reach} ${endY} ${startX} ${endY}`;
  }
  const middle = (startX + to.x) / 2;
  return `M${startX} ${startY}C${middle} ${startY} ${middle} ${endY} ${to.x} ${endY}`;
}
