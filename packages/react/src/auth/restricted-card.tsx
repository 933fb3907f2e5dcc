'use client';
import type { CurrentUser } from '@latchkey/js';
import { useWords } from '../words/use-words.ts';
import { AuthCard } from './auth-card.tsx';
import { SendVerification } from './send-verification.tsx';
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
      <SendVerification user={user} variant="primary" />
      <SignOutButton user={user} />
    </AuthCard>
  );
}
