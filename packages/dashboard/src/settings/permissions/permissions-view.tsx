import { describeError, useWords } from '@latchkey/react/forms';
import { Button, Card, EmptyState, Notice, Skeleton } from '@latchkey/ui';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { PermissionDetails } from './permission-details.tsx';
import { graphOf } from '../../permissions/permission-graph.ts';
import { PermissionDrawing } from './permission-drawing.tsx';
import { PermissionList } from './permission-list.tsx';
import type { PermissionScope } from '../../permissions/permissions-query.ts';
import { usePermissions } from './use-permissions.ts';

const from = '/projects/$projectId/permissions';

/** The permissions of one scope, and the one that was chosen. */
export function PermissionsView({ scope }: { scope: PermissionScope }) {
  const { view, permission } = useSearch({ from });
  const navigate = useNavigate({ from });
  const words = useWords();
  const { data: definitions, error, refetch } = usePermissions(scope);
  const graph = useMemo(() => graphOf(definitions ?? []), [definitions]);
  const chosen = permission === undefined ? undefined : graph.definitions.get(permission);
  const choose = (id: string | undefined) =>
    void navigate({
      search: ({ permission: _, ...rest }) => ({ ...rest, ...(id !== undefined && { permission: id }) }),
    });

  if (error !== null && definitions === undefined) {
    return (
      <Notice
        tone="bad"
        title="The permissions could not be read"
        action={<Button onClick={() => void refetch()}>Try again</Button>}
      >
        {describeError(words, error)}
      </Notice>
    );
  }
  if (definitions === undefined) return <Skeleton shape="row" lines={6} />;
  if (definitions.length === 0) return <NoPermissions />;
  return (
    <div className="permissions" data-view={view ?? 'graph'}>
      <Card flush className="permissions__graph">
        <PermissionDrawing graph={graph} chosen={chosen?.id} onChoose={choose} />
      </Card>
      <Card flush className="permissions__list">
        <PermissionList graph={graph} chosen={chosen?.id} onChoose={choose} />
      </Card>
      {chosen === undefined ? (
        <p className="permissions__hint lk-muted">
          Choose a permission to see what it grants, and to change it. Arrow keys move along the lines.
        </p>
      ) : (
        <PermissionDetails key={chosen.id} scope={scope} graph={graph} definition={chosen} onChoose={choose} />
      )}
    </div>
  );
}

function NoPermissions() {
  return (
    <Card>
      <EmptyState title="No permissions of the project yet">
        What users may do whatever team they are in, such as <code className="lk-mono">see_reports</code>. Your server
        grants one with <code className="lk-mono">user.grantPermission(&apos;see_reports&apos;)</code>.
      </EmptyState>
    </Card>
  );
}
