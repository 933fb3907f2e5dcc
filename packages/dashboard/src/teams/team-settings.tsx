import type { ServerTeam } from '@latchkey/react';
import { Form, FormTextField, SubmitButton, useAction } from '@latchkey/react/forms';
import { Button, Card, useToast } from '@latchkey/ui';
import { useState } from 'react';
import { CopyableId } from '../figures/copyable-id.tsx';
import { Fact } from '../figures/fact.tsx';
import { Choice } from '../page/choice.tsx';
import { Moment } from '../page/moment.tsx';
import { useRefreshProject } from '../project/use-refresh-project.ts';
import { DeleteTeamDialog } from './delete-team-dialog.tsx';

/** What a team is called, and its end. */
export function TeamSettings({ team }: { team: ServerTeam }) {
  const [isDeleting, setIsDeleting] = useState(false);
  return (
    <div className="lk-stack">
      <Card title="Team">
        <div className="lk-stack">
          <NameForm team={team} />
          <dl className="facts">
            <Fact label="Created">
              <Moment date={team.createdAt} />
            </Fact>
            <Fact label="Id">
              <CopyableId id={team.id} />
            </Fact>
          </dl>
        </div>
      </Card>
      <Card flush title="Danger zone">
        <Choice
          title="Delete"
          text="The team with its memberships, permissions and keys is gone for good. Its members stay users."
          button={
            <Button variant="danger" onClick={() => setIsDeleting(true)}>
              Delete team
            </Button>
          }
        />
      </Card>
      <DeleteTeamDialog team={team} open={isDeleting} onClose={() => setIsDeleting(false)} />
    </div>
  );
}

function NameForm({ team }: { team: ServerTeam }) {
  const action = useAction();
  const refresh = useRefreshProject();
  const toast = useToast();
  const rename = async (displayName: string) => {
    const done = await action.run(async () => {
      await team.update({ displayName });
      await refresh();
    });
    if (done) toast({ text: 'The team was renamed.' });
  };
  return (
    <Form action={action} label="Name" onSubmit={(field) => void rename(field('name'))} className="inline-form">
      <FormTextField
        name="name"
        label="Name"
        defaultValue={team.displayName}
        required
        maxLength={256}
        autoComplete="off"
      />
      <SubmitButton variant="secondary">Rename</SubmitButton>
    </Form>
  );
}
