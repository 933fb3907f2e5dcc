import type { ServerTeam, ServerUser } from '@latchkey/react';
import { ProblemNotice, useAction } from '@latchkey/react/forms';
import { EmptyState, Switch, Tag, useAnnounce } from '@latchkey/ui';
import { useQueryClient } from '@tanstack/react-query';
import { ListFailure } from '../lists/list-failure.tsx';
import { ListLoading } from '../lists/list-loading.tsx';
import { LinkTo } from '../page/link-to.tsx';
import { useAdminApp } from '../project/use-project.ts';
import { type ExplainedPermission, explainPermissions } from './explain-permissions.ts';
import { grantedQuery, useHeldPermissions } from './use-held-permissions.ts';

export interface PermissionListProps {
  user: ServerUser;
  /** Null: what the user may do in the project as a whole. */
  team: ServerTeam | null;
}

/** What a user may do, granted and revoked at once; what comes along with another permission says with which. */
export function PermissionList({ user, team }: PermissionListProps) {
  const { definitions, granted } = useHeldPermissions(user, team);
  const { toggle, action } = useToggle(user, team);
  if (definitions.isError || granted.isError) {
    return <ListFailure noun="permissions" query={definitions.isError ? definitions : granted} />;
  }
  if (definitions.data === undefined || granted.data === undefined) {
    return <ListLoading noun="permissions" lines={4} />;
  }
  if (definitions.data.length === 0) return <NoPermissions />;
  return (
    <>
      <ProblemNotice problem={action.problem} className="list__failure" />
      <ul>
        {explainPermissions(definitions.data, granted.data).map((permission) => (
          <li key={permission.id} className="choices__line">
            <Switch
              className="permissions__switch"
              label={<Name permission={permission} />}
              hint={permission.description}
              checked={permission.isDirect}
              onChange={() => void toggle(permission)}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

function Name({ permission: { id, through } }: { permission: ExplainedPermission }) {
  return (
    <span className="choices__title">
      <span className="lk-mono">{id}</span>
      {through.length === 0 ? null : <Tag>Inherited from {through.join(', ')}</Tag>}
    </span>
  );
}

/** Shows the change at once, and takes it back when the server refuses it. */
function useToggle(user: ServerUser, team: ServerTeam | null) {
  const app = useAdminApp();
  const queryClient = useQueryClient();
  const announce = useAnnounce();
  const action = useAction();
  const { queryKey } = grantedQuery(app, user, team);
  const toggle = async ({ id, isDirect }: ExplainedPermission): Promise<void> => {
    if (action.isBusy) return;
    await queryClient.cancelQueries({ queryKey });
    queryClient.setQueryData(queryKey, (ids = []) => (isDirect ? ids.filter((other) => other !== id) : [...ids, id]));
    const done = await action.run(() => change(user, team, { id, isDirect }));
    await queryClient.invalidateQueries({ queryKey });
    if (team !== null)
      await queryClient.invalidateQueries({ queryKey: [app.projectId, 'team', team.id, 'permissions'] });
    if (done) announce(`${id} was ${isDirect ? 'revoked' : 'granted'}.`);
  };
  return { toggle, action };
}

function change(
  user: ServerUser,
  team: ServerTeam | null,
  { id, isDirect }: Pick<ExplainedPermission, 'id' | 'isDirect'>,
): Promise<void> {
  if (team === null) return isDirect ? user.revokePermission(id) : user.grantPermission(id);
  return isDirect ? user.revokePermission(team, id) : user.grantPermission(team, id);
}

function NoPermissions() {
  const { projectId } = useAdminApp();
  return (
    <EmptyState
      title="No permissions are defined"
      action={
        <LinkTo to="/projects/$projectId/permissions" params={{ projectId }}>
          Define permissions
        </LinkTo>
      }
    >
      A permission is a word that your application asks about, such as <code>invoices:read</code>.
    </EmptyState>
  );
}
