import type { AnswerOf } from '@latchkey/contract';
import { type Result, resultOf } from '../errors/result.ts';
import type { KnownError } from '../errors/known-error.ts';
import { scopeOf } from '../http/scope.ts';
import type { StackClientApp } from '../apps/client-app.ts';

/** The server that an application talks to, as anybody may know it. */
export interface Installation {
  /** Whether it has an operator. */
  isClaimed: boolean;
  /** Whether mail leaves it; else it is kept for the operators to read. */
  deliversMail: boolean;
  version: string;
  /** The public origin, by which applications reach it. */
  url: string;
}

/** With what the first operator comes: the code that the server prints at its start, and what they will sign in with. */
export interface ClaimOptions {
  code: string;
  email: string;
  password: string;
}

/** Why an address or a password is not taken for a new operator. */
export type NewOperatorRefusal = KnownError<(typeof newOperatorRefusals)[number]>;

/** Why a new operator may be refused; what else goes wrong is thrown. */
export const newOperatorRefusals = ['PASSWORD_TOO_SHORT', 'PASSWORD_TOO_LONG', 'USER_EMAIL_ALREADY_EXISTS'] as const;

/** The server behind an app. */
export async function getInstallation(app: StackClientApp): Promise<Installation> {
  const wire = await scopeOf(app).api.get<AnswerOf<'getInstallation'>>('/latchkey/installation');
  return { isClaimed: wire.is_claimed, deliversMail: wire.delivers_mail, version: wire.version, url: wire.url };
}

/**
 * Makes whoever has the claim code the first operator, and signs them in to `app`, an app of the project `internal`. It works
 * once.
 *
 * @throws RefusedError with status 404 when the code is wrong, 409 when the installation is claimed already
 *
 * @example
 * import { claimInstallation, StackClientApp } from '@latchkey/js';
 *
 * const stackApp = new StackClientApp({ projectId: 'internal', tokenStore: 'local-storage' });
 * const result = await claimInstallation(stackApp, { code: 'k7…', email: 'ada@example.com', password: 'analytical engine' });
 * if (result.status === 'error') console.log(result.error.code);
 */
export async function claimInstallation(
  app: StackClientApp,
  { code, email, password }: ClaimOptions,
): Promise<Result<undefined, NewOperatorRefusal>> {
  const claim = scopeOf(app).api.post<AnswerOf<'claimInstallation'>>('/latchkey/claim', { code, email, password });
  return resultOf(signedInTo(app, claim), ...newOperatorRefusals);
}

/** @internal Keeps the tokens of a session that an answer begins. */
export async function signedInTo(
  app: StackClientApp,
  answer: Promise<{ access_token: string; refresh_token: string }>,
): Promise<undefined> {
  const { access_token: accessToken, refresh_token: refreshToken } = await answer;
  await app.signInWithTokens({ accessToken, refreshToken });
}
