import { FormDialog, type FormFields } from '@latchkey/react/forms';
import { useToast } from '@latchkey/ui';
import { useNavigate } from '@tanstack/react-router';
import { PermissionFields } from './permission-fields.tsx';
import type { PermissionScope } from '../../permissions/permissions-query.ts';
import { usePermissionChanges } from './use-permissions.ts';

/** Asks for a new permission, which is chosen then. */
export function CreatePermissionDialog({ scope, onClose }: { scope: PermissionScope; onClose: () => void }) {
  const { create } = usePermissionChanges(scope);
  const navigate = useNavigate({ from: '/projects/$projectId/permissions' });
  const toast = useToast();
  const submit = async (fields: FormFields) => {
    const [id, description] = [fields('id'), fields('description')];
    await create({ id, containedPermissionIds: [], ...(description !== '' && { description }) });
    toast({ text: `${id} was created. Nobody holds it yet.`, tone: 'good' });
    await navigate({ search: (search) => ({ ...search, permission: id }) });
  };
  return (
    <FormDialog
      open
      onClose={onClose}
      title={scope === 'team' ? 'New permission in a team' : 'New permission in the project'}
      description={
        scope === 'team'
          ? 'Members hold it in one team and not in another.'
          : 'Users hold it in the project as a whole, whatever team they are in.'
      }
      submitLabel="Create"
      onSubmit={submit}
    >
      <PermissionFields />
    </FormDialog>
  );
}
