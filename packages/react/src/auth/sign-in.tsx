'use client';
import { LinkButton } from '@latchkey/ui';
import type { ReactNode } from 'react';
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

/** What `<SignIn/>` takes. */
export interface SignInProps extends SignedOutPageProps {
  /** Whether it takes the whole window. Default: false. */
  fullPage?: boolean;
  /** Below the form: terms, or whom to ask. */
  extraInfo?: ReactNode;
}

/**
 * Signs in with address and password, and goes back to where the user came from.
 *
 * @example
 * import { SignIn } from '@latchkey/react';
 *
 * export function SignInPage() {
 *   return <SignIn fullPage automaticRedirect />;
 * }
 */
export function SignIn({ fullPage, extraInfo, automaticRedirect }: SignInProps) {
  return (
    <AuthFrame fullPage={fullPage}>
      <SignInCard extraInfo={extraInfo} automaticRedirect={automaticRedirect} />
    </AuthFrame>
  );
}

function SignInCard({ extraInfo, automaticRedirect }: Omit<SignInProps, 'fullPage'>) {
  const app = useStackApp();
  const { displayName, config } = app.useProject();
  const { text, rich } = useWords();
  const action = useAction();
  const signUp = <a href={keepReturn(app.urls.signUp)}>{text('auth.sign_up_instead')}</a>;
  return (
    <UnlessSignedIn isBusy={action.isBusy} automaticRedirect={automaticRedirect}>
      <AuthCard
        title={text('auth.sign_in_title', { project: displayName })}
        {...(config.signUpEnabled && config.credentialEnabled && { footer: rich('auth.no_account', { link: signUp }) })}
      >
        {config.credentialEnabled ? (
          <Form
            action={action}
            label={text('auth.sign_in')}
            onSubmit={(field) =>
              void action.run(async () => {
                const credentials = { email: field('email'), password: field('password'), noRedirect: true };
                const result = await app.signInWithCredential(credentials);
                if (result.status === 'ok') await leave(app.redirectToAfterSignIn);
                return result;
              })
            }
          >
            <CredentialFields />
          </Form>
        ) : (
          <p>{text('auth.passwords_off')}</p>
        )}
        {extraInfo}
      </AuthCard>
    </UnlessSignedIn>
  );
}

function CredentialFields() {
  const { urls } = useStackApp();
  const { text } = useWords();
  return (
    <>
      <FormTextField name="email" type="email" label={text('auth.email')} autoComplete="username" required />
      <FormPasswordField
        name="password"
        label={text('auth.password')}
        autoComplete="current-password"
        aside={
          <LinkButton variant="link" size="small" href={keepReturn(urls.forgotPassword)}>
            {text('auth.forgot_password')}
          </LinkButton>
        }
      />
      <SubmitButton>{text('auth.sign_in')}</SubmitButton>
    </>
  );
}
