import type { ServerTeam } from '@latchkey/react';
import { FormDialog } from '@latchkey/react/forms';
import { useToast } from '@latchkey/ui';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { countOf } from '../figures/count-of.ts';
import { TypedConfirmation } from '../page/typed-confirmation.tsx';
import { useAdminApp } from '../project/use-project.ts';
import { useRefreshProject } from '../project/use-refresh-project.ts';

export interface DeleteTeamDialogProps {
  team: ServerTeam;
  open: boolean;
  onClose: () => void;
}

/** Deletes a team for good, and goes back to the others. */
export function DeleteTeamDialog({ team, open, onClose }: DeleteTeamDialogProps) {
  const { projectId } = useAdminApp();
  const refresh = useRefreshProject();
  const navigate = useNavigate();
  const toast = useToast();
  const name = team.displayName;
  return (
    <FormDialog
      tone="danger"
      open={open}
      onClose={onClose}
      title={`Delete ${name}?`}
      description={<Loss team={team} />}
      submitLabel="Delete team"
      doneText={`${name} was deleted.`}
      onSubmit={async () => {
        await team.delete();
        // Away first: this page has nothing to show any more.
        await navigate({ to: '/projects/$projectId/teams', params: { projectId } });
        await refresh();
        toast({ text: `${name} was deleted.` });
      }}
    >
      <TypedConfirmation text={name} />
    </FormDialog>
  );
}

const maxCounted = 1_000;

/** What is lost, counted at the moment of the question. */
function Loss({ team }: { team: ServerTeam }) {
  const app = useAdminApp();
  const { data: loss, isError } = useQuery({
    queryKey: [app.projectId, 'team', team.id, 'loss'],
    queryFn: async () => {
      const [keys, teams] = await Promise.all([
        team.listApiKeys({ status: 'valid', limit: maxCounted }),
        app.listTeams({ query: team.id, includeCounts: true, limit: 1 }),
      ]);
      return { keys: keys.length, hasMore: keys.nextCursor !== null, members: teams[0]?.counts?.members };
    },
    staleTime: 0,
  });
  if (isError) return 'What is lost could not be counted. This cannot be undone.';
  if (loss === undefined) return <span aria-busy="true">Counting keys and members…</span>;
  const { keys, hasMore, members } = loss;
  const stop =
    keys === 0
      ? 'It has no valid API key'
      : `${hasMore ? 'At least ' : ''}${countOf(keys, 'valid API key')} ${keys === 1 ? 'stops' : 'stop'} working at once`;
  const leave =
    members === undefined || members.count === 0
      ? 'nobody is in it'
      : `${members.isAtLeast ? 'at least ' : ''}${countOf(members.count, 'member')} ${members.count === 1 ? 'loses' : 'lose'} it`;
  return `${stop}, and ${leave}. This cannot be undone.`;
}
