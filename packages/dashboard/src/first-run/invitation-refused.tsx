import { isKnownError, type VerificationCodeRefusal } from '@latchkey/react';
import { LinkTo } from '../page/link-to.tsx';
import { FirstRunPage } from './first-run-page.tsx';

const titles: Record<VerificationCodeRefusal['code'], string> = {
  VERIFICATION_CODE_NOT_FOUND: 'This invitation does not work',
  VERIFICATION_CODE_EXPIRED: 'This invitation has expired',
  VERIFICATION_CODE_ALREADY_USED: 'This invitation was used already',
  VERIFICATION_CODE_MAX_ATTEMPTS_REACHED: 'This invitation was tried too often',
};

const advice: Record<VerificationCodeRefusal['code'], string> = {
  VERIFICATION_CODE_NOT_FOUND:
    'It may have been withdrawn, or its link was cut off on the way. Ask an operator for another one.',
  VERIFICATION_CODE_EXPIRED: 'Ask an operator for another one.',
  VERIFICATION_CODE_ALREADY_USED: 'Each works once. If you have joined with it, sign in; else ask for another one.',
  VERIFICATION_CODE_MAX_ATTEMPTS_REACHED: 'Ask an operator for another one.',
};

/** Says why an invitation is not taken, and what to do next. */
export function InvitationRefused({ error: { code } }: { error: VerificationCodeRefusal }) {
  return (
    <FirstRunPage title={titles[code]} description={advice[code]}>
      <LinkTo to="/">Sign in</LinkTo>
    </FirstRunPage>
  );
}

export function isCodeRefusal(error: unknown): error is VerificationCodeRefusal {
  return isKnownError(
    error,
    'VERIFICATION_CODE_NOT_FOUND',
    'VERIFICATION_CODE_EXPIRED',
    'VERIFICATION_CODE_ALREADY_USED',
    'VERIFICATION_CODE_MAX_ATTEMPTS_REACHED',
  );
}
