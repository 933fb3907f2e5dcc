import { describeError, useWords } from '@latchkey/react/forms';
import { Button, Card, EmptyState, Icon, Notice, Skeleton } from '@latchkey/ui';
import { useState } from 'react';
import { Page } from '../../page/page.tsx';
import { CreateProjectKeysDialog } from './create-project-keys-dialog.tsx';
import { ProjectKeyTable } from './project-key-table.tsx';
import { useProjectKeys } from './use-project-keys.ts';

/** What applications prove themselves with. */
export function ProjectKeysPage() {
  const [isCreating, setIsCreating] = useState(false);
  const create = (
    <Button variant="primary" icon={<Icon name="plus" />} onClick={() => setIsCreating(true)}>
      Create project keys
    </Button>
  );
  return (
    <Page
      title="Project keys"
      description="What your application itself, and not one of its users, proves itself with."
      actions={create}
    >
      <ProjectKeySets />
      {isCreating ? <CreateProjectKeysDialog onClose={() => setIsCreating(false)} /> : null}
    </Page>
  );
}

function ProjectKeySets() {
  const { data: sets, error, refetch } = useProjectKeys();
  const words = useWords();
  if (error !== null && sets === undefined) {
    const again = <Button onClick={() => void refetch()}>Try again</Button>;
    return (
      <Notice tone="bad" title="The project keys could not be read" action={again}>
        {describeError(words, error)}
      </Notice>
    );
  }
  return (
    <Card flush>
      {sets === undefined ? (
        <Skeleton shape="row" lines={4} />
      ) : sets.length === 0 ? (
        <EmptyState icon={<Icon name="key" />} title="No project keys yet">
          Your server needs a secret server key to check the API keys that people send it. Create a set, and put it into
          its file <code className="lk-mono">.env</code>.
        </EmptyState>
      ) : (
        <ProjectKeyTable sets={sets} />
      )}
    </Card>
  );
}
