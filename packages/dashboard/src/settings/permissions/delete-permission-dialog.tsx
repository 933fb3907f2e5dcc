import { FormDialog } from '@latchkey/react/forms';
import { useToast } from '@latchkey/ui';
import { useQueryClient } from '@tanstack/react-query';
import type { PermissionDetailsProps } from './permission-details-props.ts';
import { usePermissionChanges } from './use-permissions.ts';

/** Says who loses what with a permission, before it is deleted. */
export function DeletePermissionDialog(props: PermissionDetailsProps & { onClose: () => void }) {
  const { scope, graph, definition, onChoose, onClose } = props;
  const { remove } = usePermissionChanges(scope);
  const queryClient = useQueryClient();
  const toast = useToast();
  const containers = graph.containedIn.get(definition.id) ?? [];
  const submit = async () => {
    await remove(definition.id);
    await queryClient.invalidateQueries({ queryKey: ['owned-projects'] });
    toast({ text: `${definition.id} was deleted.`, tone: 'good' });
    onChoose(undefined);
  };
  return (
    <FormDialog
      open
      onClose={onClose}
      tone="danger"
      title={`Delete ${definition.id}?`}
      description={`Everybody who holds it loses it at once, with what it contains${
        containers.length === 0 ? '' : `, and it goes out of ${containers.join(', ')}`
      }. This cannot be undone.`}
      submitLabel="Delete"
      onSubmit={submit}
    />
  );
}
