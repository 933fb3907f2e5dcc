import type { KnownErrorCode, KnownErrorDetails } from '@latchkey/contract/known-errors';
import { LatchkeyError } from './latchkey-error.ts';

/**
 * A refusal that programs tell apart by its `code`; a `switch` on it narrows `details`.
 *
 * @example
 * import { isKnownError, StackClientApp } from '@latchkey/js';
 *
 * const stackApp = new StackClientApp({ tokenStore: 'cookie' });
 * try {
 *   const user = await stackApp.getUser({ or: 'throw' });
 *   await user.createApiKey({ description: 'CI', expiresAt: null });
 * } catch (error) {
 *   if (!isKnownError(error, 'USER_AUTHENTICATION_REQUIRED')) throw error;
 *   console.log('Sign in first.');
 * }
 */
export class KnownError<Code extends KnownErrorCode = KnownErrorCode> extends LatchkeyError {
  readonly code: Code;
  readonly status: number;
  /** The facts behind the refusal; empty for most codes. */
  readonly details: KnownErrorDetails<Code>;

  constructor(code: Code, message: string, answer: { status: number; details: KnownErrorDetails<Code> }) {
    super(message);
    this.code = code;
    this.status = answer.status;
    this.details = answer.details;
  }
}

/** Whether something thrown is a known error with one of these codes; with none named, any known error. */
export function isKnownError<Code extends KnownErrorCode = KnownErrorCode>(
  error: unknown,
  ...codes: Code[]
): error is KnownError<Code> {
  return error instanceof KnownError && (codes.length === 0 || codes.some((code) => code === error.code));
}
