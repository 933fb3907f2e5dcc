import type { ServerUser } from '@latchkey/react';
import { FormDialog, type FormFields, FormTextField } from '@latchkey/react/forms';
import { TextArea } from '@latchkey/ui';
import { nameOfUser } from '../api-keys/name-of-user.ts';
import { useRefreshProject } from '../project/use-refresh-project.ts';
import { describeEnd } from './stakes.ts';
import { StakesText } from './stakes-text.tsx';
import type { UserDialogProps } from './user-dialog-props.ts';

/** Keeps a user out, with their keys. */
export function RestrictDialog({ user, open, onClose }: UserDialogProps) {
  const refresh = useRefreshProject();
  return (
    <FormDialog
      tone="danger"
      open={open}
      onClose={onClose}
      title={`Restrict ${nameOfUser(user)}?`}
      description={
        <>
          <StakesText user={user} describe={describeEnd} /> Keys of their teams keep working: they are the teams’.
        </>
      }
      submitLabel="Restrict"
      doneText={`${nameOfUser(user)} is restricted.`}
      onSubmit={async (field) => {
        await restrict(user, field);
        await refresh();
      }}
    >
      <FormTextField
        name="reason"
        label="Reason"
        hint="Your application may tell them."
        maxLength={1024}
        autoComplete="off"
      />
      <TextArea name="details" label="Private details" hint="For your team only." maxLength={4096} />
    </FormDialog>
  );
}

function restrict(user: ServerUser, field: FormFields): Promise<void> {
  return user.update({
    restrictedByAdmin: true,
    restrictedByAdminReason: field('reason') || null,
    restrictedByAdminPrivateDetails: field('details') || null,
  });
}
