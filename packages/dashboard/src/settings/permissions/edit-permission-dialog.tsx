import { FormDialog, type FormFields } from '@latchkey/react/forms';
import { useToast } from '@latchkey/ui';
import { useQueryClient } from '@tanstack/react-query';
import type { PermissionDetailsProps } from './permission-details-props.ts';
import { PermissionFields } from './permission-fields.tsx';
import { usePermissionChanges } from './use-permissions.ts';

/** Asks for another name or description. */
export function EditPermissionDialog(props: PermissionDetailsProps & { onClose: () => void }) {
  const { scope, definition, onChoose, onClose } = props;
  const { update } = usePermissionChanges(scope);
  const queryClient = useQueryClient();
  const toast = useToast();
  const submit = async (fields: FormFields) => {
    const id = fields('id');
    await update(definition.id, { id, description: fields('description') });
    // The defaults follow the name.
    await queryClient.invalidateQueries({ queryKey: ['owned-projects'] });
    toast({ text: `${id} was saved.`, tone: 'good' });
    if (id !== definition.id) onChoose(id);
  };
  return (
    <FormDialog
      open
      onClose={onClose}
      title={`Change ${definition.id}`}
      description="Whoever holds it under its old name holds it under the new one. Code that asks for the old name is refused: change it at the same time."
      submitLabel="Save"
      onSubmit={submit}
    >
      <PermissionFields id={definition.id} description={definition.description} />
    </FormDialog>
  );
}
