import type { ServerTeam, ServerUser } from '@latchkey/react';
import { FormDialog } from '@latchkey/react/forms';
import { Checkbox } from '@latchkey/ui';
import { useQuery } from '@tanstack/react-query';
import { nameOfUser } from '../api-keys/name-of-user.ts';
import { countOf } from '../figures/count-of.ts';
import { useAdminApp } from '../project/use-project.ts';
import { useRefreshProject } from '../project/use-refresh-project.ts';

export interface RemoveMemberDialogProps {
  user: ServerUser;
  team: ServerTeam;
  onClose: () => void;
}

/** Takes a member out of a team, and on wish the team's keys that they made with them. */
export function RemoveMemberDialog({ user, team, onClose }: RemoveMemberDialogProps) {
  const refresh = useRefreshProject();
  const count = useCreatedKeys(user, team);
  const name = nameOfUser(user);
  return (
    <FormDialog
      tone="danger"
      open
      onClose={onClose}
      title={`Remove ${name} from ${team.displayName}?`}
      description={`They lose what the team shares, at once. ${describe(count)}`}
      submitLabel="Remove member"
      doneText={`${name} is no member of ${team.displayName} any more.`}
      onSubmit={async (field) => {
        await team.removeUser(user.id, { revokeApiKeys: field('revokeApiKeys') === 'yes' });
        await refresh();
      }}
    >
      {count === 0 ? null : (
        <Checkbox
          name="revokeApiKeys"
          value="yes"
          label={count === undefined ? 'Revoke the keys they made' : `Revoke ${countOf(count, 'key')} they made`}
          hint="Whatever uses these keys stops working at once, for good."
        />
      )}
    </FormDialog>
  );
}

function describe(count: number | undefined): string {
  if (count === undefined) return 'Counting the team’s keys that they made…';
  if (count === 0) return 'They made none of the team’s valid keys.';
  return count === 1
    ? 'They made 1 of the team’s valid keys: it belongs to the team and keeps working, unless you revoke it.'
    : `They made ${countOf(count, 'key')} of the team that are valid: these belong to the team and keep working, unless you revoke them.`;
}

/** How many of the team's valid keys a member made; undefined: not counted yet. */
function useCreatedKeys(user: ServerUser, team: ServerTeam): number | undefined {
  const { projectId } = useAdminApp();
  return useQuery({
    queryKey: [projectId, 'team', team.id, 'keys made by', user.id],
    queryFn: async () =>
      (await team.listApiKeys({ status: 'valid' })).filter(({ creator }) => creator?.userId === user.id).length,
    staleTime: 0,
  }).data;
}
