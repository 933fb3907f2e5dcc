import { Button, Table, type TableColumn, Tag } from '@latchkey/ui';
import type { PermissionDefinition } from '@latchkey/react';
import type { PermissionDrawingProps } from './permission-drawing.tsx';
import { isOfSystem, type PermissionGraph } from '../../permissions/permission-graph.ts';

/** The permissions one below the other: what the drawing says, in words. */
export function PermissionList({ graph, chosen, onChoose }: PermissionDrawingProps) {
  const columns: TableColumn<PermissionDefinition>[] = [
    {
      id: 'permission',
      label: 'Permission',
      isRowHeader: true,
      cell: ({ id }) => (
        <span className="lk-row">
          <Button variant="link" className="lk-mono" aria-pressed={id === chosen} onClick={() => onChoose(id)}>
            {id}
          </Button>
          {isOfSystem(id) ? <Tag>system</Tag> : null}
        </span>
      ),
    },
    { id: 'contains', label: 'Contains', cell: ({ id }) => namesOf(graph.contains, id) },
    { id: 'containedIn', label: 'Contained in', cell: ({ id }) => namesOf(graph.containedIn, id) },
  ];
  return (
    <Table caption="Permissions" columns={columns} rows={[...graph.definitions.values()]} rowKey={({ id }) => id} />
  );
}

function namesOf(names: PermissionGraph['contains'], id: string) {
  const ids = names.get(id) ?? [];
  return ids.length === 0 ? (
    <span className="lk-faint">nothing</span>
  ) : (
    <span className="permission-names lk-mono">{ids.join(', ')}</span>
  );
}
