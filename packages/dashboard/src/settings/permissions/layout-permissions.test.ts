import { describe, expect, it } from 'vitest';
import { layoutPermissions } from './layout-permissions.ts';
import { nextPermission } from './next-permission.ts';
import { grantedBy, graphOf, isInCircle } from '../../permissions/permission-graph.ts';

function graph(containments: Record<string, string[]>) {
  return graphOf(Object.entries(containments).map(([id, containedPermissionIds]) => ({ id, containedPermissionIds })));
}

const roles = graph({
  $read_members: [],
  $invite_members: [],
  admin: ['editor', '$invite_members'],
  editor: ['reader'],
  reader: ['$read_members'],
  lonely: [],
});
const circle = graph({ a: ['b'], b: ['c'], c: ['a', 'd'], d: [], root: ['a'] });

function columnOf(ids: ReturnType<typeof layoutPermissions>, id: string): number {
  return ids.columns.findIndex((column) => column.some((place) => place.id === id));
}

describe('what a permission grants', () => {
  it('is what it contains, and what that contains', () => {
    expect(grantedBy(roles, 'admin')).toEqual(['$invite_members', '$read_members', 'editor', 'reader']);
    expect(grantedBy(roles, 'lonely')).toEqual([]);
  });

  it('has an end in a circle, and leaves out the permission itself', () => {
    expect(grantedBy(circle, 'a')).toEqual(['b', 'c', 'd']);
    expect([isInCircle(circle, 'a'), isInCircle(circle, 'c'), isInCircle(circle, 'd')]).toEqual([true, true, false]);
  });
});

describe('the drawing', () => {
  it('has everything to the right of what contains it', () => {
    const layout = layoutPermissions(roles);
    for (const { from, to } of layout.containments) expect(columnOf(layout, from)).toBeLessThan(columnOf(layout, to));
    expect(layout.containments).toHaveLength(4);
  });

  it('has the permissions of the system together at the end', () => {
    const layout = layoutPermissions(roles);
    expect(
      layout.columns
        .at(-1)
        ?.map(({ id }) => id)
        .sort(),
    ).toEqual(['$invite_members', '$read_members']);
  });

  it('has what contains each other in one column', () => {
    const layout = layoutPermissions(circle);
    expect(new Set(['a', 'b', 'c'].map((id) => columnOf(layout, id)))).toEqual(new Set([1]));
    expect(columnOf(layout, 'd')).toBe(2);
  });

  it('has no two in one place, and all within its size', () => {
    const layout = layoutPermissions(roles);
    const places = layout.columns.flat();
    expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(places.length);
    for (const { x, y } of places) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThan(layout.width);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThan(layout.height);
    }
  });

  it('has lines that do not cross where they need not', () => {
    const crossed = graph({ a: ['z'], b: ['y'], y: [], z: [] });
    const layout = layoutPermissions(crossed);
    const [left, right] = layout.columns.map((column) => column.map(({ id }) => id));
    expect(left).toEqual(['a', 'b']);
    expect(right).toEqual(['z', 'y']);
  });

  it('is empty without permissions', () => {
    expect(layoutPermissions(graph({})).columns).toEqual([]);
  });
});

describe('the arrow keys', () => {
  const layout = layoutPermissions(roles);
  const next = (id: string, key: string) => nextPermission(layout, roles, { id, key });

  it('follow the lines to the right and back', () => {
    expect(next('admin', 'ArrowRight')).toBe('editor');
    expect(next('editor', 'ArrowLeft')).toBe('admin');
    expect(next('$read_members', 'ArrowLeft')).toBe('reader');
  });

  it('walk a column up and down, and stop at its ends', () => {
    const column = layout.columns[0]?.map(({ id }) => id) ?? [];
    expect(column).toHaveLength(2);
    expect(next(column[0] ?? '', 'ArrowDown')).toBe(column[1]);
    expect(next(column[1] ?? '', 'ArrowUp')).toBe(column[0]);
    expect(next(column[1] ?? '', 'ArrowDown')).toBeUndefined();
    expect(next(column[1] ?? '', 'Home')).toBe(column[0]);
  });

  it('lead nowhere at the edges, and other keys nowhere at all', () => {
    expect(next('$read_members', 'ArrowRight')).toBeUndefined();
    expect(next('admin', 'x')).toBeUndefined();
  });
});
