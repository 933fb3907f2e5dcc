import { Card, EmptyState, Icon } from '@latchkey/ui';
import { LinkTo } from '../page/link-to.tsx';
import { useProject } from '../project/use-project.ts';

/** What the overview of a project says before any application has called. */
export function NothingYet() {
  const { id } = useProject();
  return (
    <Card flush>
      <EmptyState
        icon={<Icon name="key" size={24} />}
        title="Your application has not called yet"
        action={
          <LinkTo variant="primary" to="/projects/$projectId/connect" params={{ projectId: id }}>
            Connect your application
          </LinkTo>
        }
      >
        Paste four lines into its environment, and users, keys and the checks of keys are counted here as they come.
      </EmptyState>
    </Card>
  );
}
