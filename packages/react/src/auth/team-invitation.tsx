'use client';
import { cacheKeys, type CurrentUser, scopeOf } from '@latchkey/js';
import { Button, LinkButton } from '@latchkey/ui';
import { useState } from 'react';
import { ProblemNotice } from '../forms/problem-notice.tsx';
import { useAction } from '../forms/use-action.ts';
import { useResource } from '../hooks/use-resource.ts';
import { useStackApp } from '../hooks/use-stack-app.ts';
import { useUser } from '../hooks/use-user.ts';
import { readCode } from '../pages/read-code.ts';
import { comeBack } from '../pages/return-address.ts';
import { useWords } from '../words/use-words.ts';
import { AuthCard } from './auth-card.tsx';
import { AuthFrame } from './auth-frame.tsx';
import { CodeRefusedCard } from './code-refused-card.tsx';
import { DoneCard } from './done-card.tsx';
import type { CodePageProps } from './password-reset.tsx';
import { RestrictedCard } from './restricted-card.tsx';
import { SendVerification } from './send-verification.tsx';
import { SignOutButton } from './sign-out-button.tsx';

/** Shows which team the link of a mail invites to, has people sign in first, and makes them members. */
export function TeamInvitation({ code, fullPage }: CodePageProps) {
  return (
    <AuthFrame fullPage={fullPage}>
      <InvitationCard code={code} />
    </AuthFrame>
  );
}

function InvitationCard({ code: givenCode }: Pick<CodePageProps, 'code'>) {
  const app = useStackApp();
  const user = useUser({ includeRestricted: true });
  const code = readCode(givenCode);
  const { text } = useWords();
  const [joinedTeam, setJoinedTeam] = useState<string | null>(null);
  const details = useResource(
    scopeOf(app).cache.resource(`${cacheKeys.project}/invitations/${code}`, () => app.getTeamInvitationDetails(code)),
  );
  if (joinedTeam !== null) {
    return (
      <DoneCard title={text('invite.joined_title', { team: joinedTeam })} description={text('invite.joined_text')}>
        <LinkButton variant="primary" href={app.urls.home}>
          {text('auth.continue')}
        </LinkButton>
      </DoneCard>
    );
  }
  if (details.status === 'error') {
    return (
      <CodeRefusedCard error={details.error} advice={text('code.invite_advice')}>
        <LinkButton href={app.urls.home}>{text('auth.home')}</LinkButton>
      </CodeRefusedCard>
    );
  }
  const team = details.data.teamDisplayName;
  if (user === null) return <SignInFirst team={team} />;
  if (user.isRestricted) return <RestrictedCard user={user} />;
  return <Accept user={user} team={team} code={code} onAccepted={() => setJoinedTeam(team)} />;
}

function SignInFirst({ team }: { team: string }) {
  const app = useStackApp();
  const { config } = app.useProject();
  const { text } = useWords();
  return (
    <AuthCard title={text('invite.title', { team })} description={text('invite.sign_in_first')}>
      <LinkButton variant="primary" href={comeBack(app.urls.signIn)}>
        {text('auth.sign_in')}
      </LinkButton>
      {config.signUpEnabled ? <LinkButton href={comeBack(app.urls.signUp)}>{text('auth.sign_up')}</LinkButton> : null}
    </AuthCard>
  );
}

interface AcceptProps {
  user: CurrentUser;
  team: string;
  code: string;
  onAccepted: () => void;
}

function Accept({ user, team, code, onAccepted }: AcceptProps) {
  const app = useStackApp();
  const { text, rich } = useWords();
  const { isBusy, problem, run } = useAction();
  const accept = async () => {
    if (await run(() => app.acceptTeamInvitation(code))) onAccepted();
  };
  const name = <strong>{user.primaryEmail ?? user.displayName ?? user.id}</strong>;
  return (
    <AuthCard
      title={text('invite.title', { team })}
      description={rich('invite.accept_as', { name })}
      footer={<SignOutButton user={user} staysHere variant="link" size="small" />}
    >
      <ProblemNotice problem={problem} />
      <Button variant="primary" busy={isBusy} onClick={() => void accept()}>
        {text('invite.accept')}
      </Button>
      {problem !== null && !user.primaryEmailVerified ? <SendVerification user={user} /> : null}
      <LinkButton href={app.urls.home}>{text('invite.not_now')}</LinkButton>
    </AuthCard>
  );
}
