'use client';
import type { CurrentUser } from '@latchkey/js';
import { Button } from '@latchkey/ui';
import { useStackApp } from '../hooks/use-stack-app.ts';
import { useWords } from '../words/use-words.ts';
import { AuthCard } from './auth-card.tsx';
import { SignOutButton } from './sign-out-button.tsx';

/** Tells people that they are signed in already, and lets them go on, or become somebody else. */
export function SignedInCard({ user }: { user: CurrentUser }) {
  const app = useStackApp();
  const { text, rich } = useWords();
  const name = <strong>{user.primaryEmail ?? user.displayName ?? user.id}</strong>;
  return (
    <AuthCard title={text('auth.signed_in_title')} description={rich('auth.signed_in_as', { name })}>
      <Button variant="primary" onClick={app.redirectToAfterSignIn}>
        {text('auth.continue')}
      </Button>
      <SignOutButton user={user} />
    </AuthCard>
  );
}
