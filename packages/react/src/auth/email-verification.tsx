'use client';
import type { KnownError } from '@latchkey/js';
import { Button, LinkButton } from '@latchkey/ui';
import { useState } from 'react';
import { ProblemNotice } from '../forms/problem-notice.tsx';
import { useAction } from '../forms/use-action.ts';
import { useStackApp } from '../hooks/use-stack-app.ts';
import { useUser } from '../hooks/use-user.ts';
import { readCode } from '../pages/read-code.ts';
import { useWords } from '../words/use-words.ts';
import { AuthCard } from './auth-card.tsx';
import { AuthFrame } from './auth-frame.tsx';
import { CodeRefusedCard } from './code-refused-card.tsx';
import { DoneCard } from './done-card.tsx';
import type { CodePageProps } from './password-reset.tsx';

/** Verifies an address with the code from a mail: at a press, since programs that scan mails open every link. */
export function EmailVerification({ code, fullPage }: CodePageProps) {
  return (
    <AuthFrame fullPage={fullPage}>
      <EmailVerificationCard code={code} />
    </AuthFrame>
  );
}

function EmailVerificationCard({ code: givenCode }: Pick<CodePageProps, 'code'>) {
  const app = useStackApp();
  const user = useUser({ includeRestricted: true });
  const code = readCode(givenCode);
  const { text } = useWords();
  const { isBusy, problem, run } = useAction();
  const [state, setState] = useState<'asking' | 'done' | KnownError>('asking');
  const next = (
    <Button variant="primary" onClick={user === null ? () => app.redirectToSignIn() : app.redirectToHome}>
      {user === null ? text('auth.sign_in') : text('auth.continue')}
    </Button>
  );
  if (state === 'done') {
    return (
      <DoneCard title={text('auth.verified_title')} description={text('auth.verified_text')}>
        {next}
      </DoneCard>
    );
  }
  if (state !== 'asking' || code === '') return <Refused error={state === 'asking' ? null : state} />;
  const verify = () =>
    run(async () => {
      const result = await app.verifyEmail(code);
      setState(result.status === 'ok' ? 'done' : result.error);
    });
  return (
    <AuthCard title={text('auth.verify_title')} description={text('auth.verify_text')}>
      <ProblemNotice problem={problem} />
      <Button variant="primary" busy={isBusy} onClick={() => void verify()}>
        {text('auth.verify')}
      </Button>
    </AuthCard>
  );
}

function Refused({ error }: { error: KnownError | null }) {
  const { urls } = useStackApp();
  const { text } = useWords();
  const isUsed = error?.code === 'VERIFICATION_CODE_ALREADY_USED';
  return (
    <CodeRefusedCard error={error} advice={isUsed ? text('code.verify_used_advice') : text('code.verify_advice')}>
      <LinkButton variant="primary" href={isUsed ? urls.home : `${urls.accountSettings}#security`}>
        {isUsed ? text('auth.continue') : text('code.to_addresses')}
      </LinkButton>
    </CodeRefusedCard>
  );
}
