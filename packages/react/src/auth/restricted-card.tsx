'use client';
import type { CurrentUser } from '@latchkey/js';
import { Button, Notice } from '@latchkey/ui';
import { useState } from 'react';
import { useAction } from '../forms/use-action.ts';
import { useWords } from '../words/use-words.ts';
import { AuthCard } from './auth-card.tsx';
import { SignOutButton } from './sign-out-button.tsx';

/** Tells people who are signed in but restricted why that is, and what they can do about it. */
export function RestrictedCard({ user }: { user: CurrentUser }) {
  const { text, rich } = useWords();
  const email = user.primaryEmail;
  if (user.restrictedReason?.type !== 'email_not_verified' || email === null) {
    return (
      <AuthCard title={text('auth.restricted_title')} description={text('auth.restricted_text')}>
        <SignOutButton user={user} />
      </AuthCard>
    );
  }
  return (
    <AuthCard
      title={text('auth.verify_first_title')}
      description={rich('auth.verify_first_text', { email: <strong>{email}</strong> })}
    >
      <SendAgain user={user} />
      <SignOutButton user={user} />
    </AuthCard>
  );
}

function SendAgain({ user }: { user: CurrentUser }) {
  const { text } = useWords();
  const { isBusy, problem, run } = useAction();
  const [isSent, setIsSent] = useState(false);
  const send = async () => {
    if (await run(() => user.sendVerificationEmail())) setIsSent(true);
  };
  return (
    <>
      {problem === null ? null : <Notice tone="bad">{problem.text}</Notice>}
      {isSent ? <Notice tone="good">{text('auth.mail_sent')}</Notice> : null}
      <Button variant="primary" busy={isBusy} onClick={() => void send()}>
        {text('auth.send_again')}
      </Button>
    </>
  );
}
