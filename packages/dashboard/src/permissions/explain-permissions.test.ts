import { expect, it } from 'vitest';
import { explainPermissions } from './explain-permissions.ts';

const definitions = [
  { id: '$read_members', containedPermissionIds: [] },
  { id: 'admin', description: 'All', containedPermissionIds: ['editor', '$read_members'] },
  { id: 'editor', containedPermissionIds: ['viewer'] },
  { id: 'viewer', containedPermissionIds: [] },
];

it('tells what is granted from what another permission brings along', () => {
  expect(explainPermissions(definitions, ['admin', 'viewer'])).toEqual([
    { id: 'admin', description: 'All', isDirect: true, through: [] },
    { id: 'editor', description: undefined, isDirect: false, through: ['admin'] },
    { id: 'viewer', description: undefined, isDirect: true, through: ['admin'] },
    { id: '$read_members', description: undefined, isDirect: false, through: ['admin'] },
  ]);
});

it('comes to an end where permissions contain each other', () => {
  const circle = [
    { id: 'a', containedPermissionIds: ['b'] },
    { id: 'b', containedPermissionIds: ['a'] },
  ];
  expect(explainPermissions(circle, ['a'])).toEqual([
    { id: 'a', description: undefined, isDirect: true, through: [] },
    { id: 'b', description: undefined, isDirect: false, through: ['a'] },
  ]);
});
