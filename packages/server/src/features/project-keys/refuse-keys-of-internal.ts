import type { Project } from '../../http/caller.ts';
import { PlainError } from '../../http/errors.ts';
import { internalProjectId } from '../projects/index.ts';

/**
 * Whoever operates the server decides which keys `internal` has, by the environment: one that was revoked would be back at
 * the next start, and one that was made over the API would outlive the variables.
 *
 * @throws PlainError 403
 */
export function refuseKeysOfInternal({ id }: Pick<Project, 'id'>): void {
  if (id !== internalProjectId) return;
  throw new PlainError(
    403,
    'The keys of the project internal come from the environment of the server: change its variables and restart it.',
  );
}
