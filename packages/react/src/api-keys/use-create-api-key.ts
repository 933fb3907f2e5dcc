'use client';
import type { ApiKeyCreationOptions } from '@latchkey/js';
import type { ApiKeyFirstView, ApiKeyHolder } from './api-key-holder.ts';
import { useAction } from './use-action.ts';

/**
 * Creates keys of a holder, for a form of your own. `create` answers the key with its whole secret, or null when it failed:
 * then `error` has the reason.
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
export function useCreateApiKey(holder: ApiKeyHolder) {
  const create = (options: ApiKeyCreationOptions): Promise<ApiKeyFirstView> => holder.createApiKey(options);
  const { run, isRunning, error } = useAction(create);
  return { create: run, isCreating: isRunning, error };
}
