import type { WireClientUser } from '@latchkey/contract';
import { CurrentUser } from '../users/current-user.ts';
import type { StackClientAppOptions } from './app-options.ts';
import { SignInApp } from './sign-in-app.ts';
import type { GetUserOptions } from './stack-app.ts';

/**
 * An application as its users see it: they sign in and act for themselves. Safe to ship to browsers.
 *
 * @example
 * import { StackClientApp } from '@latchkey/js';
 *
 * const stackApp = new StackClientApp({
 *   baseUrl: 'http://localhost:8102',
 *   projectId: '6c5a2b7f-0e41-4c86-9c3d-3b0a6a1e52c1',
 *   tokenStore: 'cookie',
 * });
 * const user = await stackApp.getUser({ or: 'redirect' });
 * console.log(`Hello ${user.displayName}`);
 */
export class StackClientApp<
  HasTokenStore extends boolean = boolean,
  ProjectId extends string = string,
> extends SignInApp<HasTokenStore, ProjectId> {
  constructor(options: StackClientAppOptions<HasTokenStore, ProjectId>) {
    super('client', options);
  }

  /**
   * Whoever is signed in.
   *
   * @throws KnownError USER_AUTHENTICATION_REQUIRED with `or: 'throw'`, when nobody is
   */
  getUser(options: GetUserOptions<HasTokenStore> & { or: 'redirect' | 'throw' }): Promise<CurrentUser>;
  getUser(options?: GetUserOptions<HasTokenStore>): Promise<CurrentUser | null>;
  getUser(options: GetUserOptions = {}): Promise<CurrentUser | null> {
    return this.readCurrentUser(options, (scope, wire: WireClientUser, auth) => new CurrentUser(scope, wire, auth));
  }
}
