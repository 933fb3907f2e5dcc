import { isKnownError, joinOperators } from '@latchkey/react';
import {
  Form,
  type FormFields,
  FormPasswordField,
  FormTextField,
  type Problem,
  SubmitButton,
  useAction,
} from '@latchkey/react/forms';
import { useNavigate } from '@tanstack/react-router';
import { stackApp } from '../session/stack-app.ts';
import { FirstRunPage } from './first-run-page.tsx';
import { InvitationRefused, isCodeRefusal } from './invitation-refused.tsx';
import type { LinkCode } from './link-code.ts';

/** Takes what the new operator will sign in with; an invitation by mail knows the address. */
export function JoinAsNewOperator({ team, code, from }: LinkCode & { team: string }) {
  const action = useAction();
  const navigate = useNavigate();
  if (isCodeRefusal(action.error)) return <InvitationRefused error={action.error} />;
  const join = (field: FormFields) =>
    action.run(async () => {
      const password = field('password');
      const email = from === 'link' ? { email: field('email') } : {};
      const result = await joinOperators(stackApp, { code, password, ...email });
      if (result.status === 'ok') await navigate({ to: '/', replace: true });
      return result;
    });
  const problem = describeTakenAddress(action.error, from) ?? action.problem;
  return (
    <FirstRunPage
      title={`Join ${team}`}
      description="You become an operator: every member of this team administers the projects that it owns."
      footer={
        <>
          You are an operator already? <a href={stackApp.urls.signIn}>Sign in</a>, and open the link once more.
        </>
      }
    >
      <Form action={{ ...action, problem }} label="Join" onSubmit={(field) => void join(field)}>
        {from === 'mail' ? (
          <p className="lk-muted">You will sign in with the address that the invitation was sent to.</p>
        ) : (
          <FormTextField name="email" type="email" label="E-mail address" autoComplete="username" required />
        )}
        <FormPasswordField name="password" label="Password" autoComplete="new-password" />
        <SubmitButton>Join</SubmitButton>
      </Form>
    </FirstRunPage>
  );
}

function describeTakenAddress(error: unknown, from: LinkCode['from']): Problem | undefined {
  if (!isKnownError(error, 'USER_EMAIL_ALREADY_EXISTS')) return undefined;
  const text = 'An operator with this address is here already. Sign in as them, and open the link once more.';
  return from === 'link' ? { field: 'email', text } : { text };
}
