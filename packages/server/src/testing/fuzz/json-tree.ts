/**
 * A JSON document as it is written rather than as it is read: leaves are JSON text and objects are lists of entries, so
 * that `1e309`, `-0`, keys given twice and `__proto__` can be said.
 */
export type JsonTree = { text: string } | { items: readonly JsonTree[] } | { entries: readonly JsonEntry[] };

export type JsonEntry = readonly [name: string, value: JsonTree];

export const emptyObject: JsonTree = { entries: [] };

export function treeOf(value: unknown): JsonTree {
  if (Array.isArray(value)) return { items: value.map(treeOf) };
  if (typeof value !== 'object' || value === null) return { text: JSON.stringify(value) };
  return { entries: Object.entries(value).map(([name, inner]) => [name, treeOf(inner)]) };
}

export function writeJson(tree: JsonTree): string {
  if ('text' in tree) return tree.text;
  if ('items' in tree) return `[${tree.items.map(writeJson).join(',')}]`;
  return `{${tree.entries.map(([name, value]) => `${JSON.stringify(name)}:${writeJson(value)}`).join(',')}}`;
}

/** What a form or a URL would say instead: a string without its quotes, anything else as JSON. */
export function writePlain(tree: JsonTree): string {
  const json = writeJson(tree);
  if (!json.startsWith('"')) return json;
  try {
    return String(JSON.parse(json));
  } catch {
    return json;
  }
}

/** Nodes, the tree itself included. */
export function countNodes(tree: JsonTree): number {
  return 1 + childrenOf(tree).reduce((sum, child) => sum + countNodes(child), 0);
}

/** The tree with one node changed, or removed where the change answers null; nodes are counted from the root, depth first. */
export function changeNode(
  tree: JsonTree,
  index: number,
  change: (node: JsonTree) => JsonTree | null,
): JsonTree | null {
  let position = 0;
  const visit = (node: JsonTree): JsonTree | null => {
    if (position++ === index) return change(node);
    if ('items' in node) return { items: node.items.map(visit).filter((item) => item !== null) };
    if (!('entries' in node)) return node;
    return {
      entries: node.entries.flatMap(([name, value]) => {
        const changed = visit(value);
        return changed === null ? [] : [[name, changed] as const];
      }),
    };
  };
  return visit(tree);
}

function childrenOf(tree: JsonTree): readonly JsonTree[] {
  if ('items' in tree) return tree.items;
  return 'entries' in tree ? tree.entries.map(([, value]) => value) : [];
}
