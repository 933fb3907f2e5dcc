import { FormDialog } from '@latchkey/react/forms';
import { useToast } from '@latchkey/ui';
import { useNavigate } from '@tanstack/react-router';
import { nameOfUser } from '../api-keys/name-of-user.ts';
import { TypedConfirmation } from '../page/typed-confirmation.tsx';
import { useProject } from '../project/use-project.ts';
import { useRefreshProject } from '../project/use-refresh-project.ts';
import { describeEnd, describeLeaving } from './stakes.ts';
import { StakesText } from './stakes-text.tsx';
import type { UserDialogProps } from './user-dialog-props.ts';

/** Deletes a user for good, and goes back to the others. */
export function DeleteUserDialog({ user, open, onClose }: UserDialogProps) {
  const { id: projectId } = useProject();
  const refresh = useRefreshProject();
  const navigate = useNavigate();
  const toast = useToast();
  const name = nameOfUser(user);
  return (
    <FormDialog
      tone="danger"
      open={open}
      onClose={onClose}
      title={`Delete ${name}?`}
      description={
        <>
          This cannot be undone.{' '}
          <StakesText user={user} describe={(stakes) => `${describeEnd(stakes)} ${describeLeaving(stakes)}`} />
        </>
      }
      submitLabel="Delete user"
      doneText={`${name} was deleted.`}
      onSubmit={async () => {
        await user.delete();
        // Away first: this page has nobody to show any more.
        await navigate({ to: '/projects/$projectId/users', params: { projectId } });
        await refresh();
        toast({ text: `${name} was deleted.` });
      }}
    >
      <TypedConfirmation text={user.primaryEmail ?? name} />
    </FormDialog>
  );
}
