/** What a code is good for; one kind never passes for another. */
export type VerificationCodeKind = 'email_verification' | 'password_reset' | 'team_invitation';

/** What a code stands for. */
export interface VerificationCode {
  id: string;
  /** The mailbox the code was sent to; empty when it was handed over otherwise. */
  email: string;
  userId: string | null;
  teamId: string | null;
  contactChannelId: string | null;
}

/** A code as somebody presents it. */
export interface PresentedCode {
  projectId: string;
  kind: VerificationCodeKind;
  code: string;
}
