'use client';
import type { CurrentUser } from '@latchkey/js';
import { Button, LinkButton } from '@latchkey/ui';
import { useEffect } from 'react';
import { ProblemNotice } from '../forms/problem-notice.tsx';
import { useAction } from '../forms/use-action.ts';
import { useStackApp } from '../hooks/use-stack-app.ts';
import { useUser } from '../hooks/use-user.ts';
import { useWords } from '../words/use-words.ts';
import { AuthCard } from './auth-card.tsx';
import { AuthFrame } from './auth-frame.tsx';

/** What `<SignOut/>` takes. */
export interface SignOutProps {
  /** Whether it takes the whole window. Default: false. */
  fullPage?: boolean;
}

/** Ends the session as soon as it is shown, and goes on to the page `afterSignOut`. */
export function SignOut({ fullPage }: SignOutProps) {
  return (
    <AuthFrame fullPage={fullPage}>
      <SignOutCard />
    </AuthFrame>
  );
}

function SignOutCard() {
  const { urls } = useStackApp();
  const user = useUser({ includeRestricted: true });
  const { text } = useWords();
  if (user !== null) return <SigningOut user={user} />;
  return (
    <AuthCard title={text('auth.signed_out_title')} description={text('auth.signed_out_text')}>
      <LinkButton variant="primary" href={urls.signIn}>
        {text('auth.sign_in')}
      </LinkButton>
      <LinkButton href={urls.home}>{text('auth.home')}</LinkButton>
    </AuthCard>
  );
}

function SigningOut({ user }: { user: CurrentUser }) {
  const { text } = useWords();
  const { isBusy, problem, run } = useAction();
  const signOut = () => run(() => user.signOut());
  // eslint-disable-next-line react-hooks/exhaustive-deps -- coming here is what asks for it, once; twice does no harm
  useEffect(() => void signOut(), []);
  return (
    <AuthCard title={text('auth.signing_out')}>
      <ProblemNotice
        problem={problem}
        action={<Button onClick={() => void signOut()}>{text('common.try_again')}</Button>}
      />
      <Button busy={isBusy} onClick={() => void signOut()}>
        {text('auth.sign_out')}
      </Button>
    </AuthCard>
  );
}
