'use client';
import { LinkButton } from '@latchkey/ui';
import { type ReactNode } from 'react';
import { Form } from '../forms/form.tsx';
import { FormPasswordField } from '../forms/form-password-field.tsx';
import { FormTextField } from '../forms/form-text-field.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { useAction } from '../forms/use-action.ts';
import { useStackApp } from '../hooks/use-stack-app.ts';
import { leave } from '../pages/leave.ts';
import { keepReturn } from '../pages/return-address.ts';
import { useWords } from '../words/use-words.ts';
import { AuthCard } from './auth-card.tsx';
import { AuthFrame } from './auth-frame.tsx';
import { type SignedOutPageProps, UnlessSignedIn } from './unless-signed-in.tsx';

/** What `<SignUp/>` takes. */
export interface SignUpProps extends SignedOutPageProps {
  /** Whether it takes the whole window. Default: false. */
  fullPage?: boolean;
  /** Below the form: terms, or whom to ask. */
  extraInfo?: ReactNode;
}

/**
 * Creates an account with address and password, signs in, and goes on to where the user came from.
 *
 * @example
 * import { SignUp } from '@latchkey/react';
 *
 * export function SignUpPage() {
 *   return <SignUp fullPage extraInfo={<p>You accept our terms.</p>} />;
 * }
 */
export function SignUp({ fullPage, extraInfo, automaticRedirect }: SignUpProps) {
  return (
    <AuthFrame fullPage={fullPage}>
      <SignUpCard extraInfo={extraInfo} automaticRedirect={automaticRedirect} />
    </AuthFrame>
  );
}

function SignUpCard({ extraInfo, automaticRedirect }: Omit<SignUpProps, 'fullPage'>) {
  const app = useStackApp();
  const { displayName, config } = app.useProject();
  const { text, rich } = useWords();
  const action = useAction();
  if (!config.signUpEnabled || !config.credentialEnabled) {
    return (
      <AuthCard title={text('auth.sign_up_off_title')} description={text('auth.sign_up_off_text')}>
        <LinkButton variant="primary" href={keepReturn(app.urls.signIn)}>
          {text('auth.sign_in')}
        </LinkButton>
      </AuthCard>
    );
  }
  const signIn = <a href={keepReturn(app.urls.signIn)}>{text('auth.sign_in')}</a>;
  return (
    <UnlessSignedIn isBusy={action.isBusy} automaticRedirect={automaticRedirect}>
      <AuthCard
        title={text('auth.sign_up_title')}
        description={text('auth.sign_up_text', { project: displayName })}
        footer={rich('auth.have_account', { link: signIn })}
      >
        <Form
          action={action}
          label={text('auth.sign_up')}
          onSubmit={(field) =>
            void action.run(async () => {
              const credentials = { email: field('email'), password: field('password'), noRedirect: true };
              const result = await app.signUpWithCredential(credentials);
              if (result.status === 'ok') await leave(app.redirectToAfterSignUp);
              return result;
            })
          }
        >
          <FormTextField name="email" type="email" label={text('auth.email')} autoComplete="username" required />
          <FormPasswordField name="password" label={text('auth.password')} autoComplete="new-password" />
          <SubmitButton>{text('auth.sign_up')}</SubmitButton>
        </Form>
        {extraInfo}
      </AuthCard>
    </UnlessSignedIn>
  );
}
