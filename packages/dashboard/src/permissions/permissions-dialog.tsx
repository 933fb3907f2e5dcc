import type { ServerTeam, ServerUser } from '@latchkey/react';
import { Button, Dialog } from '@latchkey/ui';
import { nameOfUser } from '../api-keys/name-of-user.ts';
import { PermissionList } from './permission-list.tsx';

export interface PermissionsDialogProps {
  user: ServerUser;
  team: ServerTeam;
  onClose: () => void;
}

/** What a member may do in a team. */
export function PermissionsDialog({ user, team, onClose }: PermissionsDialogProps) {
  return (
    <Dialog
      open
      onClose={onClose}
      title={`${nameOfUser(user)} in ${team.displayName}`}
      description="Permissions in this team. A change holds from the next request on."
      footer={<Button onClick={onClose}>Done</Button>}
    >
      <div className="permissions__dialog">
        <PermissionList user={user} team={team} />
      </div>
    </Dialog>
  );
}
