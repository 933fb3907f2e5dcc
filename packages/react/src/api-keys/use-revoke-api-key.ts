'use client';
import { useAction } from '../forms/use-action.ts';
import type { HeldApiKey } from './api-key-holder.ts';

/**
 * Revokes keys, for a button of your own. `revoke` answers whether it was done; if not, `error` has the reason, and `problem`
 * puts it into words.
 */
export function useRevokeApiKey() {
  const { run, isBusy, error, problem } = useAction();
  const revoke = (key: HeldApiKey): Promise<boolean> => run(() => key.revoke());
  return { revoke, isRevoking: isBusy, error, problem };
}
