import type { ServerUser } from '@latchkey/react';
import { FormDialog } from '@latchkey/react/forms';
import { nameOfUser } from '../api-keys/name-of-user.ts';
import { useAdminApp } from '../project/use-project.ts';
import { useRefreshProject } from '../project/use-refresh-project.ts';
import { TeamPicker } from '../teams/team-picker.tsx';

/** Makes a user a member of one more team. */
export function AddToTeamDialog({ user, onClose }: { user: ServerUser; onClose: () => void }) {
  const app = useAdminApp();
  const refresh = useRefreshProject();
  return (
    <FormDialog
      open
      onClose={onClose}
      title={`Add ${nameOfUser(user)} to a team`}
      description="They get the permissions that every new member gets, and may then use what the team shares."
      submitLabel="Add to team"
      doneText={`${nameOfUser(user)} is a member now.`}
      onSubmit={async (field) => {
        const team = await app.getTeam(field('teamId'));
        await team?.addUser(user.id);
        await refresh();
      }}
    >
      <TeamPicker name="teamId" label="Team" />
    </FormDialog>
  );
}
