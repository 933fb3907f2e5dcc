import { isKnownError, KnownError, RefusedError, SessionChangedError, UnreachableError } from '@latchkey/js';
import type { Translator } from '../words/create-translator.ts';

/** What to tell a person of something that went wrong and has no words of its own in the form at hand. */
export function describeError({ text }: Translator, error: unknown): string {
  if (error instanceof UnreachableError) return text('error.unreachable');
  if (error instanceof SessionChangedError || isKnownError(error, 'USER_AUTHENTICATION_REQUIRED')) {
    return text('error.signed_out');
  }
  if (error instanceof RefusedError && error.status === 429) return text('error.busy');
  if ((error instanceof RefusedError && error.status < 500) || error instanceof KnownError) {
    return text('error.refused', { message: error.message });
  }
  return text('error.unexpected');
}
