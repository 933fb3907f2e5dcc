'use client';
import type { ApiKeyUpdateOptions } from '@latchkey/js';
import { useAction } from '../forms/use-action.ts';
import type { HeldApiKey } from './api-key-holder.ts';

/**
 * Renames and re-dates keys, for a form of your own. `update` answers whether it was done; if not, `error` has the reason, and
 * `problem` puts it into words.
 */
export function useUpdateApiKey() {
  const { run, isBusy, error, problem } = useAction();
  const update = (key: HeldApiKey, changes: ApiKeyUpdateOptions): Promise<boolean> => run(() => key.update(changes));
  return { update, isUpdating: isBusy, error, problem };
}
