import { Button, Card, Icon, Tag } from '@latchkey/ui';
import { useState } from 'react';
import { ContainedPermissions } from './contained-permissions.tsx';
import { DeletePermissionDialog } from './delete-permission-dialog.tsx';
import { EditPermissionDialog } from './edit-permission-dialog.tsx';
import { PermissionDefaults } from './permission-defaults.tsx';
import type { PermissionDetailsProps } from './permission-details-props.ts';
import { grantedBy, isInCircle, isOfSystem } from '../../permissions/permission-graph.ts';
import { PermissionNames } from './permission-names.tsx';

/** All there is to know of one permission, and to change about it. */
export function PermissionDetails({ scope, graph, definition, onChoose }: PermissionDetailsProps) {
  const { id, description } = definition;
  const [dialog, setDialog] = useState<'edit' | 'delete' | null>(null);
  const isSystem = isOfSystem(id);
  const parts = { scope, graph, definition, onChoose };
  return (
    <Card
      className="permission"
      title={<span className="lk-mono permission__name">{id}</span>}
      description={description ?? 'No description yet.'}
      actions={
        <Button
          variant="ghost"
          icon={<Icon name="close" />}
          label="Close details"
          onClick={() => onChoose(undefined)}
        />
      }
      footer={
        isSystem ? null : <DetailsButtons onDelete={() => setDialog('delete')} onEdit={() => setDialog('edit')} />
      }
    >
      {isSystem ? (
        <p className="lk-note">
          <Tag>system</Tag> The server itself asks for it, so it stays as it is. Put it into one of yours to grant it.
        </p>
      ) : (
        <ContainedPermissions {...parts} />
      )}
      {isInCircle(graph, id) ? (
        <p className="lk-note">It contains itself by way of others: all of that circle are worth the same.</p>
      ) : null}
      <PermissionNames
        title="Contained in"
        ids={graph.containedIn.get(id) ?? []}
        none="No other permission"
        onChoose={onChoose}
      />
      {isSystem ? null : (
        <PermissionNames
          title="Grants in all"
          ids={grantedBy(graph, id)}
          none="Nothing but itself"
          onChoose={onChoose}
        />
      )}
      <PermissionDefaults scope={scope} id={id} />
      {dialog === 'edit' ? <EditPermissionDialog {...parts} onClose={() => setDialog(null)} /> : null}
      {dialog === 'delete' ? <DeletePermissionDialog {...parts} onClose={() => setDialog(null)} /> : null}
    </Card>
  );
}

function DetailsButtons({ onDelete, onEdit }: { onDelete: () => void; onEdit: () => void }) {
  return (
    <>
      <Button icon={<Icon name="trash" />} onClick={onDelete}>
        Delete
      </Button>
      <Button icon={<Icon name="pencil" />} onClick={onEdit}>
        Rename or describe
      </Button>
    </>
  );
}
