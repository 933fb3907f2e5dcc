import { FormDialog, type FormFields, FormTextField, useFieldError } from '@latchkey/react/forms';
import { Checkbox, PasswordField } from '@latchkey/ui';
import { useNavigate } from '@tanstack/react-router';
import { useAdminApp } from '../project/use-project.ts';
import { useRefreshProject } from '../project/use-refresh-project.ts';

/** Creates a user, and goes to them. */
export function CreateUserDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const app = useAdminApp();
  const refresh = useRefreshProject();
  const navigate = useNavigate();
  const create = async (field: FormFields) => {
    const email = field('email');
    const password = field('password');
    const user = await app.createUser({
      displayName: field('name') || null,
      ...(email && {
        primaryEmail: email,
        primaryEmailVerified: field('verified') === 'yes',
        // An address that does not sign in would make the password useless.
        primaryEmailAuthEnabled: true,
      }),
      ...(password && { password }),
    });
    await refresh();
    await navigate({ to: '/projects/$projectId/users/$userId', params: { projectId: app.projectId, userId: user.id } });
  };
  return (
    <FormDialog
      open={open}
      onClose={onClose}
      title="Create user"
      description="They can sign in at once, by the address and the password, or by a link to set one."
      submitLabel="Create user"
      doneText="The user was created."
      onSubmit={create}
    >
      <FormTextField name="name" label="Name" autoComplete="off" maxLength={256} />
      <FormTextField name="email" type="email" label="Address" autoComplete="off" />
      <Checkbox
        name="verified"
        value="yes"
        label="The address is verified"
        hint="Tick this when you know that it is theirs."
      />
      <NewPassword />
    </FormDialog>
  );
}

function NewPassword() {
  return (
    <PasswordField
      name="password"
      label="Password"
      hint="Optional. At least 8 characters."
      autoComplete="new-password"
      minLength={8}
      showLabel="Show password"
      hideLabel="Hide password"
      error={useFieldError('password')}
    />
  );
}
