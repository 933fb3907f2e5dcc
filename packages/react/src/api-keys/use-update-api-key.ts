'use client';
import type { ApiKeyUpdateOptions } from '@latchkey/js';
import type { HeldApiKey } from './api-key-holder.ts';
import { useAction } from './use-action.ts';

/** Renames and re-dates keys, for a form of your own. `update` answers whether it was done; if not, `error` has the reason. */
export function useUpdateApiKey() {
  const { run, isRunning, error } = useAction(
    async ({ key, ...changes }: ApiKeyUpdateOptions & { key: HeldApiKey }) => {
      await key.update(changes);
      return true;
    },
  );
  const update = async (key: HeldApiKey, changes: ApiKeyUpdateOptions): Promise<boolean> =>
    (await run({ key, ...changes })) ?? false;
  return { update, isUpdating: isRunning, error };
}
