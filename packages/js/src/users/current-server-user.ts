import type { WireServerUser } from '@latchkey/contract';
import type { Scope, Scoped } from '../http/scope.ts';
import { type ActiveSession, listActiveSessions } from '../sessions/active-session.ts';
import { type Auth, setUserAuth, type UserAuth } from './auth.ts';
import { ServerUser } from './server-user.ts';

export interface CurrentServerUser extends UserAuth, Scoped {}

/**
 * The user whose session came with a request. What is done to the user is done by the application's server, and can be when
 * the session has ended; the session itself is there too.
 *
 * @example
 * import { StackServerApp } from '@latchkey/js';
 *
 * const stackServerApp = new StackServerApp({ tokenStore: null });
 *
 * export async function handle(request: Request): Promise<Response> {
 *   const user = await stackServerApp.getUser({ tokenStore: request });
 *   if (user === null) return new Response('Sign in first.', { status: 401 });
 *   return Response.json({ hello: user.displayName, sessions: await user.getActiveSessions() });
 * }
 */
export class CurrentServerUser extends ServerUser {
  /** The API as the user. */
  readonly #own: Scope;

  /** @internal */
  constructor(scope: Scope, wire: WireServerUser, session: { own: Scope; auth: Auth }) {
    super(scope, wire);
    this.#own = session.own;
    setUserAuth(this, session.own, session.auth);
  }

  /** Where the user is signed in, newest first. */
  override getActiveSessions(): Promise<ActiveSession[]> {
    return listActiveSessions(this.#own.api, this.id);
  }
}
