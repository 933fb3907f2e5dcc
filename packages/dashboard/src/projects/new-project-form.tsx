import { ownedProjects } from '@latchkey/react';
import { Form, type FormFields, FormTextField, SubmitButton, useAction } from '@latchkey/react/forms';
import { Notice, SelectField, Switch } from '@latchkey/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { LinkTo } from '../page/link-to.tsx';
import { ownedProjectsQuery } from '../project/use-project.ts';
import { useOperator } from '../session/use-operator.ts';
import { makeConnectionKeys } from './connection-keys.ts';

/** Asks for what a project cannot be made without, makes it with its first keys, and goes on to what to do with them. */
export function NewProjectForm() {
  const operator = useOperator();
  const teams = operator.useTeams();
  const action = useAction();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [allowUserApiKeys, setAllowUserApiKeys] = useState(true);
  const [allowTeamApiKeys, setAllowTeamApiKeys] = useState(true);
  const [firstTeam] = teams;
  if (firstTeam === undefined) return <NoTeam />;

  const create = (field: FormFields) =>
    action.run(async () => {
      const project = await ownedProjects(operator).create({
        displayName: field('name'),
        teamId: field('team') || firstTeam.id,
        config: { allowUserApiKeys, allowTeamApiKeys },
      });
      // Without keys the project is there all the same, and the page that follows offers to make them.
      await makeConnectionKeys(project).catch(() => undefined);
      // The page that follows looks for the project there.
      await queryClient.invalidateQueries({ queryKey: ownedProjectsQuery(operator).queryKey, refetchType: 'all' });
      await navigate({ to: '/projects/$projectId/connect', params: { projectId: project.id } });
    });
  return (
    <Form action={action} label="New project" onSubmit={(field) => void create(field)}>
      <FormTextField
        name="name"
        label="Name"
        hint="What your users know it by: it stands above their sign-in and in their mails."
        autoComplete="off"
        maxLength={100}
        required
        autoFocus
      />
      {teams.length > 1 ? (
        <SelectField name="team" label="Team" hint="Its members administer the project.">
          {teams.map(({ id, displayName }) => (
            <option key={id} value={id}>
              {displayName}
            </option>
          ))}
        </SelectField>
      ) : null}
      <Switch
        label="User API keys"
        hint="Users make keys that act for themselves."
        checked={allowUserApiKeys}
        onChange={(event) => setAllowUserApiKeys(event.target.checked)}
      />
      <Switch
        label="Team API keys"
        hint="Members make keys that act for their team, and outlive whoever made them."
        checked={allowTeamApiKeys}
        onChange={(event) => setAllowTeamApiKeys(event.target.checked)}
      />
      <p className="lk-faint">Both can be switched at any time, in the settings of the project.</p>
      <div>
        <SubmitButton>Create project</SubmitButton>
      </div>
    </Form>
  );
}

function NoTeam() {
  return (
    <Notice tone="warn" title="You are in no team" action={<LinkTo to="/operators">Operators</LinkTo>}>
      Projects belong to teams, and whoever is in the team administers them. Make a team first.
    </Notice>
  );
}
