import type { AnswerOf } from '@latchkey/contract';
import { cacheKeys } from '../cache/cache-keys.ts';
import { ResourceCache } from '../cache/resource-cache.ts';
import { isKnownError, KnownError } from '../errors/known-error.ts';
import { UsageError } from '../errors/latchkey-error.ts';
import { type AccessType, ApiClient } from '../http/api-client.ts';
import type { Connection } from '../http/connection.ts';
import { type Scope, type Scoped, scopeOf, type scopeSymbol, setScope } from '../http/scope.ts';
import { type PageUrls, resolvePageUrls } from '../pages/page-urls.ts';
import { Redirects } from '../pages/redirects.ts';
import { type Project, toProject } from '../projects/project.ts';
import { readAccessToken } from '../sessions/access-token.ts';
import { openSession } from '../sessions/open-session.ts';
import type { Session } from '../sessions/session.ts';
import type { Tokens, TokenStoreInit } from '../sessions/token-store.ts';
import { type Auth, createAuth, type SignOutOptions } from '../users/auth.ts';
import type { UserFields } from '../users/user-fields.ts';
import { resolveConnection, type StackAdminAppOptions } from './app-options.ts';

/** Whose session, where the app itself keeps none or another one is meant. */
export type SessionOption<HasTokenStore extends boolean = boolean> = HasTokenStore extends false
  ? { tokenStore: TokenStoreInit }
  : { tokenStore?: TokenStoreInit };

/** Whose session is asked for, and what to do when there is none. */
export type GetUserOptions<HasTokenStore extends boolean = boolean> = SessionOption<HasTokenStore> & {
  /**
   * What to do when nobody is signed in: send them to the sign-in page, throw, or answer null, which is the default. Where
   * there is no page to leave, `redirect` throws.
   */
  or?: 'redirect' | 'throw' | 'return-null';
  /** Whether users count who have yet to verify their address or are restricted by an administrator. Default: false. */
  includeRestricted?: boolean;
};

/** What an access token says of a user. */
export type TokenPartialUser = Pick<
  UserFields,
  | 'id'
  | 'displayName'
  | 'primaryEmail'
  | 'primaryEmailVerified'
  | 'isAnonymous'
  | 'isMultiFactorRequired'
  | 'isRestricted'
  | 'restrictedReason'
>;

/** What the apps have in common: who is signed in, with which tokens, and where the application's pages are. */
export abstract class StackApp<HasTokenStore extends boolean = boolean, ProjectId extends string = string>
  extends Redirects
  implements Scoped, Auth
{
  declare readonly [scopeSymbol]: Scope;
  readonly projectId: ProjectId;
  readonly #connection: Connection;
  readonly #session: Session | null;

  constructor(accessType: AccessType, options: StackAdminAppOptions<HasTokenStore, ProjectId>) {
    const pages = resolvePageUrls(options.urls);
    super(pages, options.redirectMethod);
    this.#connection = resolveConnection(options);
    // Named by the option or, unseen by the compiler, by the environment.
    this.projectId = this.#connection.projectId as ProjectId;
    const cache = new ResourceCache(`latchkey-${this.projectId}`);
    const onChange = () => cache.invalidate(cacheKeys.currentUser);
    this.#session = openSession(this.#connection, options.tokenStore, onChange);
    // As nobody: an ended session must not stand in the way of a new one, nor somebody's session of what a server does.
    setScope(this, { api: new ApiClient(this.#connection, accessType, null), cache, pages });
  }

  /** Where the application's pages are. */
  get urls(): Readonly<PageUrls> {
    return scopeOf(this).pages;
  }

  /**
   * What the access token says of whoever is signed in: without a question to the server, up to ten minutes old, and as true as
   * the token, which a server app asks about. Null: nobody is signed in.
   */
  async getPartialUser(options: SessionOption<HasTokenStore> & { from: 'token' }): Promise<TokenPartialUser | null> {
    const accessToken = (await this.sessionOf(options)?.getAccessToken()) ?? null;
    const payload = accessToken === null ? null : readAccessToken(accessToken);
    if (payload === null) return null;
    return {
      id: payload.sub,
      displayName: payload.name,
      primaryEmail: payload.email,
      primaryEmailVerified: payload.email_verified,
      isAnonymous: payload.is_anonymous,
      isMultiFactorRequired: payload.requires_totp_mfa,
      isRestricted: payload.is_restricted,
      restrictedReason: payload.restricted_reason,
    };
  }

  /** The project: its name, and what its users may do. */
  async getProject(): Promise<Project> {
    return toProject(await scopeOf(this).api.get<AnswerOf<'getClientProject'>>('/projects/current'));
  }

  async signOut({
    tokenStore,
    redirectUrl,
  }: SignOutOptions & { tokenStore?: TokenStoreInit | undefined } = {}): Promise<void> {
    const session = this.sessionOf({ tokenStore });
    if (session !== null) await this.#endSession(session);
    try {
      if (redirectUrl === undefined) this.redirectToAfterSignOut();
      else this.goTo(String(redirectUrl));
    } finally {
      // Only now, when the page is about to go: what needs a user would send people to sign in again.
      void session?.setTokens(null);
    }
  }

  async getAccessToken(options: { tokenStore?: TokenStoreInit } = {}): Promise<string | null> {
    return this.#authOf(options).getAccessToken();
  }

  async getRefreshToken(options: { tokenStore?: TokenStoreInit } = {}): Promise<string | null> {
    return this.#authOf(options).getRefreshToken();
  }

  async getAuthorizationHeader(options: { tokenStore?: TokenStoreInit } = {}): Promise<string | null> {
    return this.#authOf(options).getAuthorizationHeader();
  }

  async getAuthHeaders(options: { tokenStore?: TokenStoreInit } = {}): Promise<{ 'x-stack-auth': string }> {
    return this.#authOf(options).getAuthHeaders();
  }

  async getAuthJson(options: { tokenStore?: TokenStoreInit } = {}): Promise<Tokens> {
    return this.#authOf(options).getAuthJson();
  }

  /** Takes over a session that was begun elsewhere. Resolves when whoever is shown is whoever it belongs to. */
  async signInWithTokens(tokens: { accessToken: string; refreshToken: string }): Promise<void> {
    await this.requireSession().setTokens(tokens);
  }

  /** Has everything that is shown of the signed-in user read anew. */
  protected refreshCurrentUser(): Promise<void> {
    return scopeOf(this).cache.invalidate(cacheKeys.currentUser, cacheKeys.allUsers);
  }

  /** The user of a session, as `toUser` makes its object. */
  protected async readCurrentUser<Wire extends { id: string; is_restricted: boolean }, User>(
    options: GetUserOptions,
    toUser: (scope: Scope, wire: Wire, auth: Auth) => User,
  ): Promise<User | null> {
    const session = this.sessionOf(options);
    const wire = session === null ? null : await this.#readOwnUser<Wire>(session);
    if (session !== null && wire !== null && (options.includeRestricted === true || !wire.is_restricted)) {
      const own = session.of(wire.id);
      const signOut: Auth['signOut'] = async (after) => {
        // Once somebody else is signed in, it is not this user's session any more that would end.
        if ((await session.getAccessToken()) !== null) await own.getAccessToken();
        await this.signOut({ ...options, ...after });
      };
      return toUser({ ...scopeOf(this), api: scopeOf(this).api.as(own) }, wire, createAuth(own, signOut));
    }
    if (options.or === 'redirect') {
      this.redirectToSignIn();
      // The page is about to go: nothing that waits for a user shall go on without one.
      if (this.redirectMethod !== 'none' && typeof document !== 'undefined') await new Promise(() => undefined);
    }
    if (options.or === 'redirect' || options.or === 'throw') {
      throw new KnownError('USER_AUTHENTICATION_REQUIRED', 'Nobody is signed in.', { status: 401, details: {} });
    }
    return null;
  }

  /** The session that is meant; null: nobody's. */
  protected sessionOf({ tokenStore }: { tokenStore?: TokenStoreInit | undefined }): Session | null {
    return tokenStore === undefined ? this.#session : openSession(this.#connection, tokenStore);
  }

  /** @throws UsageError when the app keeps no session, and none was named */
  protected requireSession(options: { tokenStore?: TokenStoreInit | undefined } = {}): Session {
    const session = this.sessionOf(options);
    if (session !== null) return session;
    throw new UsageError('This app keeps no session: create it with a tokenStore, or hand one to this call.');
  }

  #authOf(options: { tokenStore?: TokenStoreInit | undefined }): Auth {
    return createAuth(this.requireSession(options), (after) => this.signOut({ ...options, ...after }));
  }

  async #endSession(session: Session): Promise<void> {
    try {
      // Without an access token there is no session to end.
      if ((await session.getAccessToken()) !== null)
        await scopeOf(this).api.as(session).delete('/auth/sessions/current');
    } catch (error) {
      if (!isKnownError(error, 'REFRESH_TOKEN_NOT_FOUND_OR_EXPIRED', ...tokenRefusals)) throw error;
    }
  }

  async #readOwnUser<Wire>(session: Session): Promise<Wire | null> {
    if (session.tokens.refreshToken === null && session.tokens.accessToken === null) return null;
    try {
      return await scopeOf(this).api.as(session).get<Wire>('/users/me');
    } catch (error) {
      // Whatever the tokens were, they are nobody's: signed out elsewhere, deleted, of another project, or garbage.
      if (isKnownError(error, ...tokenRefusals)) return null;
      throw error;
    }
  }
}

const tokenRefusals = [
  'CANNOT_GET_OWN_USER_WITHOUT_USER',
  'UNPARSABLE_ACCESS_TOKEN',
  'ACCESS_TOKEN_EXPIRED',
  'INVALID_PROJECT_FOR_ACCESS_TOKEN',
] as const;
