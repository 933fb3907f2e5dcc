'use client';
import { LinkButton } from '@latchkey/ui';
import { useState } from 'react';
import { Form } from '../forms/form.tsx';
import { FormTextField } from '../forms/form-text-field.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { useAction } from '../forms/use-action.ts';
import { useStackApp } from '../hooks/use-stack-app.ts';
import { keepReturn } from '../pages/return-address.ts';
import { useWords } from '../words/use-words.ts';
import { AuthCard } from './auth-card.tsx';
import { AuthFrame } from './auth-frame.tsx';
import { DoneCard } from './done-card.tsx';

/** What `<ForgotPassword/>` takes. */
export interface ForgotPasswordProps {
  /** Whether it takes the whole window. Default: false. */
  fullPage?: boolean;
}

/** Mails the link for a new password. It says the same whether or not there is an account. */
export function ForgotPassword({ fullPage }: ForgotPasswordProps) {
  return (
    <AuthFrame fullPage={fullPage}>
      <ForgotPasswordCard />
    </AuthFrame>
  );
}

function ForgotPasswordCard() {
  const app = useStackApp();
  // Also has the links below be made where there is an address to come from.
  const { config } = app.useProject();
  const { text, rich } = useWords();
  const action = useAction();
  const [email, setEmail] = useState<string | null>(null);
  const signIn = <a href={keepReturn(app.urls.signIn)}>{text('auth.back_to_sign_in')}</a>;
  if (!config.credentialEnabled) {
    return <AuthCard title={text('auth.forgot_title')} description={text('auth.passwords_off')} footer={signIn} />;
  }
  if (email !== null) {
    return (
      <DoneCard
        title={text('auth.check_mail_title')}
        description={rich('auth.check_mail_text', { email: <strong>{email}</strong> })}
        footer={signIn}
      >
        <LinkButton href={app.urls.forgotPassword}>{text('auth.other_address')}</LinkButton>
      </DoneCard>
    );
  }
  const send = async (address: string) => {
    if (await action.run(() => app.sendForgotPasswordEmail(address))) setEmail(address);
  };
  return (
    <AuthCard title={text('auth.forgot_title')} description={text('auth.forgot_text')} footer={signIn}>
      <Form action={action} onSubmit={(field) => void send(field('email'))}>
        <FormTextField name="email" type="email" label={text('auth.email')} autoComplete="username" required />
        <SubmitButton>{text('auth.send_link')}</SubmitButton>
      </Form>
    </AuthCard>
  );
}
