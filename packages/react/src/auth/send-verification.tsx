'use client';
import type { CurrentUser } from '@latchkey/js';
import { Button, type ButtonLook, Notice } from '@latchkey/ui';
import { useState } from 'react';
import { ProblemNotice } from '../forms/problem-notice.tsx';
import { useAction } from '../forms/use-action.ts';
import { useWords } from '../words/use-words.ts';

/** Mails the link that verifies the user's primary address once more. */
export function SendVerification({ user, ...look }: ButtonLook & { user: CurrentUser }) {
  const { text } = useWords();
  const { isBusy, problem, run } = useAction();
  const [isSent, setIsSent] = useState(false);
  const send = async () => {
    if (await run(() => user.sendVerificationEmail())) setIsSent(true);
  };
  return (
    <>
      <ProblemNotice problem={problem} />
      {isSent ? <Notice tone="good">{text('auth.mail_sent')}</Notice> : null}
      <Button {...look} busy={isBusy} onClick={() => void send()}>
        {text('auth.send_again')}
      </Button>
    </>
  );
}
