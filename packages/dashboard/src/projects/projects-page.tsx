import { Card, EmptyState, Icon } from '@latchkey/ui';
import { LinkTo } from '../page/link-to.tsx';
import { Page } from '../page/page.tsx';
import { useOwnedProjects } from '../project/use-project.ts';
import { ProjectsTable } from './projects-table.tsx';

/** Where an operator begins: the projects that their teams own. */
export function ProjectsPage() {
  const projects = useOwnedProjects();
  return (
    <Page
      title="Projects"
      description="Each is one application with users, teams and API keys of its own. You see those that your teams own."
      actions={
        <LinkTo to="/projects/new" variant="primary" icon={<Icon name="plus" />}>
          New project
        </LinkTo>
      }
    >
      <Card flush>
        {projects.length === 0 ? (
          <EmptyState
            icon={<Icon name="key" size={24} />}
            title="No project yet"
            action={<LinkTo to="/projects/new">Create a project</LinkTo>}
          >
            Make one for the application whose users are to hold API keys. It takes a name, and ends with what to paste.
          </EmptyState>
        ) : (
          <ProjectsTable projects={projects} />
        )}
      </Card>
    </Page>
  );
}
