import { grantedBy, type PermissionGraph } from '../../permissions/permission-graph.ts';

/**
 * How deep each permission lies: 0 for what nothing contains, else one more than the deepest of those that contain it. What
 * contains each other is equally deep.
 */
export function rankPermissions(graph: PermissionGraph): ReadonlyMap<string, number> {
  const granted = new Map([...graph.definitions.keys()].map((id) => [id, new Set(grantedBy(graph, id))]));
  const areWorthTheSame = (a: string, b: string) =>
    a === b || (granted.get(a)?.has(b) === true && granted.get(b)?.has(a) === true);
  const ranks = new Map<string, number>();

  const rankOf = (id: string): number => {
    const known = ranks.get(id);
    if (known !== undefined) return known;
    const circle = [...graph.definitions.keys()].filter((other) => areWorthTheSame(id, other));
    const above = circle.flatMap((member) =>
      (graph.containedIn.get(member) ?? []).filter((container) => !areWorthTheSame(id, container)),
    );
    const rank = Math.max(-1, ...above.map(rankOf)) + 1;
    for (const member of circle) ranks.set(member, rank);
    return rank;
  };
  for (const id of graph.definitions.keys()) rankOf(id);
  return ranks;
}
