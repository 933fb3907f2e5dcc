import type { ServerTeam } from '@latchkey/react';
import { FormDialog } from '@latchkey/react/forms';
import { useRefreshProject } from '../project/use-refresh-project.ts';
import { UserPicker } from '../users/user-picker.tsx';

/** Makes a user of the project a member of a team. */
export function AddMemberDialog({ team, onClose }: { team: ServerTeam; onClose: () => void }) {
  const refresh = useRefreshProject();
  return (
    <FormDialog
      open
      onClose={onClose}
      title={`Add a member to ${team.displayName}`}
      description="They get the permissions that every new member gets. Whoever has no account yet can be invited by mail."
      submitLabel="Add member"
      doneText="The member was added."
      onSubmit={async (field) => {
        await team.addUser(field('userId'));
        await refresh();
      }}
    >
      <UserPicker name="userId" label="New member" />
    </FormDialog>
  );
}
