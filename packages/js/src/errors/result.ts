import type { KnownErrorCode } from '@latchkey/contract/known-errors';
import { isKnownError, type KnownError } from './known-error.ts';

/** What became of an action that may be refused for reasons which a form shows to its user. */
export type Result<Data, Refusal> = { status: 'ok'; data: Data } | { status: 'error'; error: Refusal };

/** The expected refusals of an action as values; whatever else goes wrong is thrown. */
export async function resultOf<Data, Code extends KnownErrorCode>(
  action: Promise<Data>,
  ...expected: Code[]
): Promise<Result<Data, KnownError<Code>>> {
  try {
    return { status: 'ok', data: await action };
  } catch (error) {
    if (isKnownError(error, ...expected)) return { status: 'error', error };
    throw error;
  }
}

/** The expected refusal of an action that answers nothing else; undefined: it was done. */
export async function refusalOf<Code extends KnownErrorCode>(
  action: Promise<unknown>,
  ...expected: Code[]
): Promise<KnownError<Code> | undefined> {
  const result = await resultOf(action, ...expected);
  return result.status === 'error' ? result.error : undefined;
}
