import { FormDialog } from '@latchkey/react/forms';
import { nameOfUser } from '../api-keys/name-of-user.ts';
import { useRefreshProject } from '../project/use-refresh-project.ts';
import { describeReturn } from './stakes.ts';
import { StakesText } from './stakes-text.tsx';
import type { UserDialogProps } from './user-dialog-props.ts';

/** Lets a user in again. */
export function LiftRestrictionDialog({ user, open, onClose }: UserDialogProps) {
  const refresh = useRefreshProject();
  return (
    <FormDialog
      open={open}
      onClose={onClose}
      title={`Lift the restriction of ${nameOfUser(user)}?`}
      description={
        <>
          <StakesText user={user} describe={describeReturn} /> Sessions that ended stay ended: they sign in anew.
        </>
      }
      submitLabel="Lift restriction"
      doneText={`${nameOfUser(user)} is not restricted any more.`}
      onSubmit={async () => {
        await user.update({ restrictedByAdmin: false });
        await refresh();
      }}
    />
  );
}
