'use client';
import type { CurrentUser } from '@latchkey/js';
import { Button, type ButtonLook } from '@latchkey/ui';
import { ProblemNotice } from '../forms/problem-notice.tsx';
import { useAction } from '../forms/use-action.ts';
import { leave } from '../pages/leave.ts';
import { useWords } from '../words/use-words.ts';

export interface SignOutButtonProps extends ButtonLook {
  user: CurrentUser;
  /** Stays where the browser is, so that somebody else can sign in here. Default: false. */
  staysHere?: boolean;
}

/** Ends the session. */
export function SignOutButton({ user, staysHere = false, ...look }: SignOutButtonProps) {
  const { text } = useWords();
  const { isBusy, problem, run } = useAction();
  const signOut = () => leave(() => user.signOut(staysHere ? { redirectUrl: location.href } : {}));
  return (
    <>
      <Button {...look} busy={isBusy} onClick={() => void run(signOut)}>
        {text('auth.sign_out')}
      </Button>
      <ProblemNotice problem={problem} />
    </>
  );
}
