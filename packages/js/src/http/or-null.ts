import type { KnownErrorCode } from '@latchkey/contract/known-errors';
import { isId } from './api-path.ts';
import { isKnownError } from '../errors/known-error.ts';

/** What `read` answers for an id; null where the answer is one of these codes, or the string is no id at all. */
export async function orNull<Answer>(
  id: string,
  read: (id: string) => Promise<Answer>,
  ...codes: KnownErrorCode[]
): Promise<Answer | null> {
  if (!isId(id)) return null;
  try {
    return await read(id);
  } catch (error) {
    if (isKnownError(error, ...codes, 'SCHEMA_ERROR')) return null;
    throw error;
  }
}
