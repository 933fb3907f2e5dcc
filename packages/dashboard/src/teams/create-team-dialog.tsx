import { FormDialog, type FormFields, FormTextField } from '@latchkey/react/forms';
import { useNavigate } from '@tanstack/react-router';
import { useAdminApp } from '../project/use-project.ts';
import { useRefreshProject } from '../project/use-refresh-project.ts';
import { UserPicker } from '../users/user-picker.tsx';

/** Creates a team with its first member, and goes to it. */
export function CreateTeamDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const app = useAdminApp();
  const refresh = useRefreshProject();
  const navigate = useNavigate();
  const create = async (field: FormFields) => {
    const team = await app.createTeam({ displayName: field('name'), creatorUserId: field('userId') });
    await refresh();
    await navigate({ to: '/projects/$projectId/teams/$teamId', params: { projectId: app.projectId, teamId: team.id } });
  };
  return (
    <FormDialog
      open={open}
      onClose={onClose}
      title="Create team"
      description="Its first member gets the permissions of a creator."
      submitLabel="Create team"
      doneText="The team was created."
      onSubmit={create}
    >
      <FormTextField name="name" label="Name" required maxLength={256} autoComplete="off" />
      <UserPicker name="userId" label="First member" />
    </FormDialog>
  );
}
