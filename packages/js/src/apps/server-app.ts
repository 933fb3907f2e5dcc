import type { AnswerOf, WireServerTeam, WireServerUser } from '@latchkey/contract';
import type { TeamApiKey, UserApiKey } from '../api-keys/api-key.ts';
import { type ApiKeyVerdict, checkApiKey } from '../api-keys/check-api-key.ts';
import {
  type AllApiKeysFilter,
  type ApiKeyRevocation,
  findApiKey,
  getApiKey,
  listAllApiKeys,
  revokeApiKeys,
} from '../api-keys/project-api-keys.ts';
import { cacheKeys } from '../cache/cache-keys.ts';
import { UsageError } from '../errors/latchkey-error.ts';
import type { AccessType } from '../http/api-client.ts';
import { orNull } from '../http/or-null.ts';
import type { Page } from '../http/page.ts';
import { scopeOf } from '../http/scope.ts';
import type { PermissionListOptions } from '../permissions/list-permissions.ts';
import type { TeamCreationOptions } from '../teams/team.ts';
import { getOverview, type Overview, type OverviewOptions } from '../usage/overview.ts';
import { getUsage, type UsageHour, type UsageOptions } from '../usage/usage.ts';
import { CurrentServerUser } from '../users/current-server-user.ts';
import { listUsers, type ServerUserListOptions } from '../users/list-users.ts';
import { type ServerUserCreateOptions, toWireServerUser } from '../users/server-user-fields.ts';
import {
  createServerTeam,
  listServerTeams,
  ServerTeam,
  type ServerTeamListOptions,
  ServerUser,
} from '../users/server-user.ts';
import { toUserFields } from '../users/user-fields.ts';
import type { StackAdminAppOptions, StackServerAppOptions } from './app-options.ts';
import { SignInApp } from './sign-in-app.ts';
import type { GetUserOptions, SessionOption, TokenPartialUser } from './stack-app.ts';

/** A string that somebody presented as their API key. */
export interface ApiKeyOption {
  apiKey: string;
  or?: 'return-null';
}

/**
 * An application as its server sees it: all users, teams and keys of the project. It holds a secret, and belongs on servers.
 *
 * @example
 * import { StackServerApp } from '@latchkey/js';
 *
 * const stackServerApp = new StackServerApp({ tokenStore: null });
 *
 * export async function handle(request: Request): Promise<Response> {
 *   const user = await stackServerApp.getUser({ apiKey: request.headers.get('x-api-key') ?? '' });
 *   return user === null ? new Response('Who are you?', { status: 401 }) : new Response(`Hello ${user.displayName}`);
 * }
 */
export class StackServerApp<
  HasTokenStore extends boolean = boolean,
  ProjectId extends string = string,
> extends SignInApp<HasTokenStore, ProjectId> {
  /** @throws UsageError without a secret server key */
  constructor(options: StackServerAppOptions<HasTokenStore, ProjectId>);
  /** @internal */
  constructor(options: StackAdminAppOptions<HasTokenStore, ProjectId>, accessType: AccessType);
  constructor(options: StackAdminAppOptions<HasTokenStore, ProjectId>, accessType: AccessType = 'server') {
    super(accessType, options);
    if (accessType === 'server' && scopeOf(this).api.connection.secretServerKey === null) {
      throw new UsageError(
        'Say the secret server key: the option secretServerKey, or STACK_SECRET_SERVER_KEY in the environment.',
      );
    }
  }

  /**
   * The user of a session, of an id, or of an API key that somebody presented: null when there is none. A key is checked anew
   * at each call, in one round trip; whatever is not a valid key of a user is null.
   *
   * @throws KnownError USER_AUTHENTICATION_REQUIRED with `or: 'throw'`, when nobody is signed in
   */
  getUser(options: GetUserOptions<HasTokenStore> & { or: 'redirect' | 'throw' }): Promise<CurrentServerUser>;
  getUser(options?: GetUserOptions<HasTokenStore>): Promise<CurrentServerUser | null>;
  getUser(id: string): Promise<ServerUser | null>;
  getUser(options: ApiKeyOption): Promise<ServerUser | null>;
  async getUser(options: GetUserOptions | string | ApiKeyOption = {}): Promise<ServerUser | null> {
    if (typeof options === 'string') return this.getServerUserById(options);
    // Were a key that is undefined taken for no key at all, the call would answer whoever is signed in.
    if ('apiKey' in options) return acceptedUser(await this.checkApiKey(options.apiKey));
    return this.readCurrentUser(
      options,
      (own, wire: WireServerUser, auth) => new CurrentServerUser(scopeOf(this), wire, { own, auth }),
    );
  }

  /**
   * What the access token says of whoever is signed in; null: nobody is. Anybody can write a token into a request, so the
   * server is asked, which a browser need not do about its own.
   */
  override async getPartialUser(
    options: SessionOption<HasTokenStore> & { from: 'token' },
  ): Promise<TokenPartialUser | null> {
    const session: SessionOption = options;
    return this.readCurrentUser({ ...session, includeRestricted: true }, (_, wire: WireServerUser) =>
      toUserFields(wire),
    );
  }

  /** The user with an id; null: there is none. */
  async getServerUserById(id: string): Promise<ServerUser | null> {
    const scope = scopeOf(this);
    const wire = await orNull(id, () => scope.api.get<WireServerUser>(`/users/${id}`), 'USER_NOT_FOUND');
    return wire === null ? null : new ServerUser(scope, wire);
  }

  /** The team with an id, or of an API key that somebody presented: null when there is none. */
  async getTeam(idOrKey: string | ApiKeyOption): Promise<ServerTeam | null> {
    if (typeof idOrKey !== 'string') return acceptedTeam(await this.checkApiKey(idOrKey.apiKey));
    const scope = scopeOf(this);
    const wire = await orNull(idOrKey, (id) => scope.api.get<WireServerTeam>(`/teams/${id}`), 'TEAM_NOT_FOUND');
    return wire === null ? null : new ServerTeam(scope, wire);
  }

  /** The users of the project; without a limit all of them. `nextCursor` of a page asks for the next one. */
  listUsers(options?: ServerUserListOptions): Promise<Page<ServerUser>> {
    return listUsers(scopeOf(this), options);
  }

  /** @throws KnownError USER_EMAIL_ALREADY_EXISTS, PASSWORD_TOO_SHORT */
  async createUser(options: ServerUserCreateOptions = {}): Promise<ServerUser> {
    const scope = scopeOf(this);
    const user = new ServerUser(scope, await scope.api.post<WireServerUser>('/users', toWireServerUser(options)));
    await scope.cache.invalidate(cacheKeys.allUsers);
    return user;
  }

  /** The teams of the project, oldest first; without a limit all of them. */
  listTeams(options?: ServerTeamListOptions): Promise<Page<ServerTeam>> {
    return listServerTeams(scopeOf(this), options);
  }

  /**
   * Creates a team, with a first member or with nobody in it.
   *
   * @throws KnownError USER_NOT_FOUND
   */
  createTeam(options: TeamCreationOptions & { creatorUserId?: string }): Promise<ServerTeam> {
    return createServerTeam(scopeOf(this), options);
  }

  /** What each member of a team is allowed there, in one request. */
  async listTeamMemberPermissions(teamId: string, { recursive }: PermissionListOptions = {}) {
    const query = { team_id: teamId, recursive };
    const { items } = await scopeOf(this).api.get<AnswerOf<'listTeamPermissions'>>('/team-permissions', query);
    return items.map((held) => ({ userId: held.user_id, permissionId: held.id }));
  }

  /** Checks a key of either kind, in one round trip: whose it is, or why it is refused. */
  checkApiKey(key: string): Promise<ApiKeyVerdict> {
    return checkApiKey(scopeOf(this), key);
  }

  /** The API keys of all users and teams, newest first, page by page. */
  listAllApiKeys(filter?: AllApiKeysFilter): Promise<Page<UserApiKey | TeamApiKey>> {
    return listAllApiKeys(scopeOf(this), filter);
  }

  /** The key with an id, of a user or a team; null: there is none. */
  getApiKey(id: string): Promise<UserApiKey | TeamApiKey | null> {
    return getApiKey(scopeOf(this), id);
  }

  /** The key behind a pasted string, whatever its state; null: there is none. */
  findApiKey(key: string): Promise<UserApiKey | TeamApiKey | null> {
    return findApiKey(scopeOf(this), key);
  }

  /** Revokes many keys for good, and tells what became of each. */
  revokeApiKeys(ids: readonly string[]): Promise<ApiKeyRevocation[]> {
    return revokeApiKeys(scopeOf(this), ids);
  }

  /**
   * How many checks of API keys passed and how many were refused, hour by hour; what happened in the last seconds may not be
   * counted yet.
   */
  getUsage(options: UsageOptions): Promise<UsageHour[]> {
    return getUsage(scopeOf(this), options);
  }

  /** What the project holds and what deserves a look, with the last and the next 30 days. */
  getOverview(options?: OverviewOptions): Promise<Overview> {
    return getOverview(scopeOf(this), options);
  }
}

function acceptedUser(verdict: ApiKeyVerdict): ServerUser | null {
  return (verdict.valid && verdict.user) || null;
}

function acceptedTeam(verdict: ApiKeyVerdict): ServerTeam | null {
  return (verdict.valid && verdict.team) || null;
}
