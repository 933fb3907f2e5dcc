import { Card } from '@latchkey/ui';
import { Page } from '../page/page.tsx';
import { NewProjectForm } from './new-project-form.tsx';

/** Makes a project, in one step. */
export function NewProjectPage() {
  return (
    <Page
      title="New project"
      description="A project is one application: its users, their teams and the API keys they hold, apart from those of every other."
      width="reading"
    >
      <Card>
        <NewProjectForm />
      </Card>
    </Page>
  );
}
