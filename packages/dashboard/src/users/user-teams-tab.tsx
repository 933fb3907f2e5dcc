import type { ServerUser } from '@latchkey/react';
import { Card } from '@latchkey/ui';
import { PermissionList } from '../permissions/permission-list.tsx';
import { UserTeamsCard } from './user-teams-card.tsx';

/** The teams of a user, and what they may do there and in the project. */
export function UserTeamsTab({ user }: { user: ServerUser }) {
  return (
    <div className="lk-stack">
      <UserTeamsCard user={user} />
      <Card flush title="Permissions in the project" description="What they may do whatever the team.">
        <PermissionList user={user} team={null} />
      </Card>
    </div>
  );
}
