import { Button, Icon, SegmentedControl, Tabs } from '@latchkey/ui';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Page } from '../../page/page.tsx';
import { CreatePermissionDialog } from './create-permission-dialog.tsx';
import type { PermissionScope } from '../../permissions/permissions-query.ts';
import type { PermissionSearch } from './permission-search.ts';
import { PermissionsView } from './permissions-view.tsx';

const from = '/projects/$projectId/permissions';

/** What users may be allowed to do, and which permission contains which. */
export function PermissionsPage() {
  const { scope = 'team', view } = useSearch({ from });
  const navigate = useNavigate({ from });
  const [isCreating, setIsCreating] = useState(false);
  const show = (search: PermissionSearch) => void navigate({ search });
  return (
    <Page
      title="Permissions"
      description="Name what your application asks for, and put permissions into others to make roles of them."
      actions={
        <Button variant="primary" icon={<Icon name="plus" />} onClick={() => setIsCreating(true)}>
          New permission
        </Button>
      }
    >
      <div className="permissions__view">
        <SegmentedControl
          label="Show permissions as"
          segments={[
            { value: 'graph', label: 'Graph' },
            { value: 'list', label: 'List' },
          ]}
          value={view ?? 'graph'}
          onChange={(value) => show({ ...scopeSearch(scope), ...(value === 'list' && { view: 'list' }) })}
        />
      </div>
      <Tabs<PermissionScope>
        label="Scopes"
        value={scope}
        onChange={(next) => show({ ...scopeSearch(next), ...(view && { view }) })}
        tabs={[
          { id: 'team', label: 'In a team', content: <PermissionsView scope="team" /> },
          { id: 'project', label: 'In the project', content: <PermissionsView scope="project" /> },
        ]}
      />
      {isCreating ? <CreatePermissionDialog scope={scope} onClose={() => setIsCreating(false)} /> : null}
    </Page>
  );
}

function scopeSearch(scope: PermissionScope): PermissionSearch {
  return scope === 'team' ? {} : { scope };
}
