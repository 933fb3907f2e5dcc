'use client';
import {
  cacheKeys,
  type CurrentUser,
  type GetUserOptions,
  KnownError,
  scopeOf,
  type StackClientApp,
} from '@latchkey/js';
import { leave } from '../pages/leave.ts';
import { useResource } from './use-resource.ts';
import { useStackApp } from './use-stack-app.ts';

/** Which user is meant, and what to do when nobody is signed in. */
export type UseUserOptions = Pick<GetUserOptions, 'or' | 'includeRestricted'>;

/**
 * Whoever is signed in, kept up to date: in this tab and across tabs.
 *
 * @throws KnownError USER_AUTHENTICATION_REQUIRED with `or: 'throw'`, when nobody is
 * @example
 * import { useUser } from '@latchkey/react';
 *
 * export function Greeting() {
 *   const user = useUser({ or: 'redirect' });
 *   return <p>Hello {user.displayName}</p>;
 * }
 */
export function useUser(options: UseUserOptions & { or: 'redirect' | 'throw' }): CurrentUser;
export function useUser(options?: UseUserOptions): CurrentUser | null;
export function useUser(options?: UseUserOptions): CurrentUser | null {
  return useUserOf(useStackApp(), options);
}

/** The same for an app in hand, as `stackApp.useUser()`. */
export function useUserOf(app: StackClientApp, { or, includeRestricted = false }: UseUserOptions = {}) {
  const { cache } = scopeOf(app);
  const user = useResource(cache.resource(cacheKeys.currentUser, () => app.getUser({ includeRestricted: true })));
  if (user !== null && (includeRestricted || !user.isRestricted)) return user;
  if (or === 'throw') {
    throw new KnownError('USER_AUTHENTICATION_REQUIRED', 'Nobody is signed in.', { status: 401, details: {} });
  }
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- Suspense: nothing is shown while the page goes away
  if (or === 'redirect') throw leaveForSignIn(app);
  return null;
}

const leaving = new WeakMap<StackClientApp, Promise<void>>();

/**
 * Goes to the sign-in page, once, however often React renders meanwhile. Whoever is still here after a while, or comes back,
 * is looked at anew.
 */
function leaveForSignIn(app: StackClientApp): Promise<void> {
  const known = leaving.get(app);
  if (known !== undefined) return known;
  const promise = Promise.resolve()
    .then(() => leave(app.redirectToSignIn))
    .finally(() => leaving.delete(app));
  leaving.set(app, promise);
  return promise;
}
