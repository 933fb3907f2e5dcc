import { FormDialog } from '@latchkey/react/forms';
import { useToast } from '@latchkey/ui';
import { type TeamView, useRefreshOperators } from './use-team.ts';

interface LeaveTeamDialogProps {
  view: TeamView;
  onClose: () => void;
}

/** Asks before the operator leaves a team. */
export function LeaveTeamDialog({ view: { operator, team, projects }, onClose }: LeaveTeamDialogProps) {
  const refresh = useRefreshOperators();
  const toast = useToast();
  return (
    <FormDialog
      open
      onClose={onClose}
      tone="danger"
      title={`Leave ${team.displayName}?`}
      description={`You lose access to ${lost(projects)} at once. Only another member can invite you back.`}
      submitLabel="Leave"
      onSubmit={async () => {
        await operator.leaveTeam(team);
        await refresh();
        toast({ text: `You left ${team.displayName}.`, tone: 'good' });
      }}
    />
  );
}

/** Asks before another operator is taken out of a team. */
export function RemoveMemberDialog(props: LeaveTeamDialogProps & { userId: string; name: string }) {
  const { view, userId, name, onClose } = props;
  const { team, projects } = view;
  const refresh = useRefreshOperators();
  const toast = useToast();
  return (
    <FormDialog
      open
      onClose={onClose}
      tone="danger"
      title={`Remove ${name} from ${team.displayName}?`}
      description={`They lose access to ${lost(projects)} at once. Project keys that they copied keep working until you revoke them.`}
      submitLabel="Remove"
      onSubmit={async () => {
        await team.removeUser(userId);
        await refresh();
        toast({ text: `${name} was removed.`, tone: 'good' });
      }}
    />
  );
}

function lost(projects: TeamView['projects']): string {
  if (projects.length === 0) return 'whatever the team comes to own';
  return projects.length === 1 ? (projects[0]?.displayName ?? 'its project') : `${projects.length} projects`;
}
