import { FormDialog, FormPasswordField } from '@latchkey/react/forms';
import { nameOfUser } from '../api-keys/name-of-user.ts';
import { countOf } from '../figures/count-of.ts';
import { useRefreshProject } from '../project/use-refresh-project.ts';
import type { Stakes } from './stakes.ts';
import { StakesText } from './stakes-text.tsx';
import type { UserDialogProps } from './user-dialog-props.ts';

/** Gives a user a password. */
export function SetPasswordDialog({ user, open, onClose }: UserDialogProps) {
  const refresh = useRefreshProject();
  return (
    <FormDialog
      open={open}
      onClose={onClose}
      title={`Set a password for ${nameOfUser(user)}`}
      description={<StakesText user={user} describe={describeNewPassword} />}
      submitLabel="Set password"
      doneText="The password was set."
      onSubmit={async (field) => {
        const refusal = await user.setPassword({ password: field('password') });
        if (refusal === undefined) await refresh();
        return refusal;
      }}
    >
      <FormPasswordField name="password" label="New password" autoComplete="new-password" />
    </FormDialog>
  );
}

function describeNewPassword({ sessions }: Stakes): string {
  const ends = sessions === 0 ? 'They have no session that would end' : `${countOf(sessions, 'session')} will end`;
  return `${ends}. API keys keep working. Tell them the password yourself: it is not mailed.`;
}
