'use client';
import type { ApiKeyCreationOptions } from '@latchkey/js';
import { useAction } from '../forms/use-action.ts';
import type { ApiKeyFirstView, ApiKeyRecipient } from './api-key-holder.ts';

/**
 * Creates keys of a holder, for a form of your own. `create` answers the key with its whole secret, or null when it failed:
 * then `error` has the reason, and `problem` puts it into words.
 *
 * @example
 * import { type CurrentUser, useCreateApiKey } from '@latchkey/react';
 *
 * export function QuickKey({ user }: { user: CurrentUser }) {
 *   const { create, isCreating } = useCreateApiKey(user);
 *   const onClick = async () => {
 *     const key = await create({ description: 'Quick key', expiresAt: null });
 *     if (key !== null) alert(key.value);
 *   };
 *   return <button disabled={isCreating} onClick={() => void onClick()}>Create key</button>;
 * }
 */
export function useCreateApiKey(holder: ApiKeyRecipient) {
  const { run, isBusy, error, problem } = useAction();
  const create = async (options: ApiKeyCreationOptions): Promise<ApiKeyFirstView | null> => {
    let key: ApiKeyFirstView | null = null;
    await run(async () => {
      key = await holder.createApiKey(options);
    });
    return key;
  };
  return { create, isCreating: isBusy, error, problem };
}
