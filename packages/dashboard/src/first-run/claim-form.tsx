import { claimInstallation, ownedProjects } from '@latchkey/react';
import {
  Form,
  type FormFields,
  FormPasswordField,
  FormTextField,
  SubmitButton,
  useAction,
} from '@latchkey/react/forms';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { installationQuery } from '../session/installation-query.ts';
import { stackApp } from '../session/stack-app.ts';
import { describeClaimRefusal } from './describe-claim-refusal.ts';

/** Takes the code, unless the link had it, and what the operator will sign in with. */
export function ClaimForm({ codeFromLink }: { codeFromLink: string | undefined }) {
  const action = useAction();
  const enter = useEnter();
  const refusal = describeClaimRefusal(action.error);
  const asksForCode = codeFromLink === undefined || refusal?.field === 'code';
  const claim = async (field: FormFields) => {
    const code = asksForCode ? field('code') : codeFromLink;
    const options = { code, email: field('email'), password: field('password') };
    await action.run(async () => {
      const result = await claimInstallation(stackApp, options);
      if (result.status === 'ok') await enter();
      return result;
    });
  };
  return (
    <Form
      action={{ ...action, problem: refusal ?? action.problem }}
      label="Claim this installation"
      onSubmit={(field) => void claim(field)}
    >
      {asksForCode ? (
        <FormTextField
          name="code"
          label="Claim code"
          hint="The server prints it, with a link that has it in it, each time it starts."
          className="first-run__code"
          autoComplete="off"
          spellCheck={false}
          required
        />
      ) : null}
      <FormTextField name="email" type="email" label="E-mail address" autoComplete="username" required />
      <FormPasswordField name="password" label="Password" autoComplete="new-password" />
      <SubmitButton>Become the operator</SubmitButton>
    </Form>
  );
}

/** Leads to the project that came with the installation, or to a new one. */
function useEnter(): () => Promise<void> {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  return async () => {
    const operator = await stackApp.getUser({ or: 'throw' });
    const [project] = await ownedProjects(operator).list();
    if (project === undefined) await navigate({ to: '/projects/new' });
    else await navigate({ to: '/projects/$projectId/connect', params: { projectId: project.id } });
    await queryClient.invalidateQueries(installationQuery);
  };
}
