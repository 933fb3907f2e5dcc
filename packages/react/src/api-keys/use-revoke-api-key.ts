'use client';
import type { HeldApiKey } from './api-key-holder.ts';
import { useAction } from './use-action.ts';

/** Revokes keys, for a button of your own. `revoke` answers whether it was done; if not, `error` has the reason. */
export function useRevokeApiKey() {
  const { run, isRunning, error } = useAction(async (key: HeldApiKey) => {
    await key.revoke();
    return true;
  });
  const revoke = async (key: HeldApiKey): Promise<boolean> => (await run(key)) ?? false;
  return { revoke, isRevoking: isRunning, error };
}
