import type { AnswerOf } from '@latchkey/contract';
import type { KnownError } from '../errors/known-error.ts';
import { type Result, resultOf } from '../errors/result.ts';
import { scopeOf } from '../http/scope.ts';
import { callbackUrlOf } from '../pages/callback-url.ts';
import type { TokenStoreInit } from '../sessions/token-store.ts';
import { codeRefusals } from './code-refusals.ts';
import { StackApp } from './stack-app.ts';

/** Why a code from a mail is not taken. */
export type VerificationCodeRefusal = KnownError<(typeof codeRefusals)[number]>;

/** The address and the password of whoever signs in or up. */
export interface Credentials {
  email: string;
  password: string;
  /** Stays on the page instead of going on to `afterSignIn` or `afterSignUp`. */
  noRedirect?: boolean;
}

const invitationRefusals = ['TEAM_INVITATION_EMAIL_MISMATCH', 'TEAM_INVITATION_RESTRICTED_USER_NOT_ALLOWED'] as const;

type Details = AnswerOf<'getTeamInvitationDetails'>;

/** What can be done by people who are not signed in yet, or come from a mail: an address and a password, or a code. */
export abstract class SignInApp<
  HasTokenStore extends boolean = boolean,
  ProjectId extends string = string,
> extends StackApp<HasTokenStore, ProjectId> {
  /** Signs in, and goes on to where the user came from. */
  async signInWithCredential({ email, password, noRedirect = false }: Credentials) {
    const signedIn = this.#begin('/auth/password/sign-in', { email, password });
    const result = await resultOf(signedIn, 'EMAIL_PASSWORD_MISMATCH', 'RESTRICTED_USER_NOT_ALLOWED');
    if (result.status === 'ok' && !noRedirect) this.redirectToAfterSignIn();
    return result;
  }

  /**
   * Creates an account, signs it in, and mails the link that verifies the address.
   *
   * @throws KnownError SIGN_UP_NOT_ENABLED, REDIRECT_URL_NOT_WHITELISTED
   */
  async signUpWithCredential(
    options: Credentials & { verificationCallbackUrl?: string; noVerificationCallback?: boolean },
  ) {
    const { email, password, noRedirect = false, verificationCallbackUrl, noVerificationCallback = false } = options;
    const { pages } = scopeOf(this);
    const signedUp = this.#begin('/auth/password/sign-up', {
      email,
      password,
      verification_callback_url: noVerificationCallback
        ? undefined
        : callbackUrlOf(pages, 'emailVerification', verificationCallbackUrl),
    });
    const result = await resultOf(signedUp, 'USER_EMAIL_ALREADY_EXISTS', 'PASSWORD_TOO_SHORT', 'PASSWORD_TOO_LONG');
    if (result.status === 'ok' && !noRedirect) this.redirectToAfterSignUp();
    return result;
  }

  /** Mails the link for a new password. The answer is the same whether or not there is an account. */
  async sendForgotPasswordEmail(
    email: string,
    options: { callbackUrl?: string } = {},
  ): Promise<Result<undefined, never>> {
    const callback_url = callbackUrlOf(scopeOf(this).pages, 'passwordReset', options.callbackUrl);
    await scopeOf(this).api.post('/auth/password/send-reset-code', { email, callback_url });
    return { status: 'ok', data: undefined };
  }

  /** Sets a new password with the code from the mail, and ends all sessions of the user. */
  resetPassword({ code, password }: { code: string; password: string }) {
    const reset = scopeOf(this).api.post('/auth/password/reset', { code, password }).then(nothing);
    return resultOf(reset, ...codeRefusals, 'PASSWORD_TOO_SHORT', 'PASSWORD_TOO_LONG');
  }

  /** Whether a code would set a new password; it is not used up. */
  verifyPasswordResetCode(code: string) {
    return resultOf(scopeOf(this).api.post('/auth/password/reset/check-code', { code }).then(nothing), ...codeRefusals);
  }

  /** Verifies an address with the code from the mail. */
  async verifyEmail(code: string) {
    const result = await resultOf(
      scopeOf(this).api.post('/contact-channels/verify', { code }).then(nothing),
      ...codeRefusals,
    );
    await this.refreshCurrentUser();
    return result;
  }

  /** Whether the code of an invitation could be accepted; it is not used up. */
  verifyTeamInvitationCode(code: string) {
    const checked = scopeOf(this).api.post('/team-invitations/accept/check-code', { code });
    return resultOf(checked.then(nothing), ...codeRefusals);
  }

  /** Which team the code of an invitation invites to; it is not used up. */
  getTeamInvitationDetails(code: string) {
    const details = scopeOf(this).api.post<Details>('/team-invitations/accept/details', { code });
    return resultOf(
      details.then((answer) => ({ teamDisplayName: answer.team_display_name })),
      ...codeRefusals,
    );
  }

  /** Makes the signed-in user a member of the team that the code invites to. */
  async acceptTeamInvitation(code: string, options: { tokenStore?: TokenStoreInit } = {}) {
    const api = scopeOf(this).api.as(this.requireSession(options));
    const accepted = api.post('/team-invitations/accept', { code });
    const result = await resultOf(accepted.then(nothing), ...codeRefusals, ...invitationRefusals);
    await this.refreshCurrentUser();
    return result;
  }

  /** Begins a session and keeps its tokens; done when what is shown is of whoever signed in. */
  async #begin(path: string, body: object): Promise<undefined> {
    const session = this.requireSession();
    const answer = await scopeOf(this).api.post<AnswerOf<'signInWithPassword'>>(path, body);
    await session.setTokens({ accessToken: answer.access_token, refreshToken: answer.refresh_token });
  }
}

function nothing(): undefined {
  return undefined;
}
