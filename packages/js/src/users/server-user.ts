import type { AnswerOf, WireListedTeam, WireListedUser, WireServerTeam, WireServerUser } from '@latchkey/contract';
import { cacheKeys } from '../cache/cache-keys.ts';
import type { KnownError } from '../errors/known-error.ts';
import { refusalOf } from '../errors/result.ts';
import { apiPath, isId } from '../http/api-path.ts';
import { camelCased } from '../http/change-case.ts';
import type { Counted } from '../http/counted.ts';
import { type Page, toPage } from '../http/page.ts';
import { type Scope, type Scoped, scopeOf } from '../http/scope.ts';
import type { Tokens } from '../sessions/token-store.ts';
import type { TeamMemberProfile } from '../teams/team-member.ts';
import { Team, type TeamCreationOptions, type TeamUpdateOptions } from '../teams/team.ts';
import {
  type ServerUserFields,
  type ServerUserUpdateOptions,
  toServerUserFields,
  toWireServerUser,
} from './server-user-fields.ts';
import { type TeamReference, UserBase } from './user-base.ts';
import type { Json } from './user-fields.ts';

/*
 * A user has teams, and a team has users: the two classes know each other, so they share a file.
 */

/** Which teams to list, oldest first. Without a limit: all of them. */
export interface ServerTeamListOptions {
  orderBy?: 'createdAt';
  desc?: boolean;
  /** How many at most, up to 1,000. */
  limit?: number;
  /** `nextCursor` of the page before. */
  cursor?: string;
  /** The beginning of the name or of a word in it, or an id. */
  query?: string;
  /** Whether each team says how many members and API keys it has, in `counts`. Default: false. */
  includeCounts?: boolean;
}

/** What of a team the application's server can change; what is left out stays. */
export interface ServerTeamUpdateOptions extends TeamUpdateOptions {
  clientReadOnlyMetadata?: Json;
  serverMetadata?: Json;
}

export interface ServerUser extends ServerUserFields, Scoped {}

/**
 * A user as the application's server sees and treats it.
 *
 * @example
 * import { StackServerApp } from '@latchkey/js';
 *
 * const stackServerApp = new StackServerApp({ tokenStore: null });
 * const user = await stackServerApp.createUser({ displayName: 'Ada', primaryEmail: 'ada@example.com' });
 * await user.setServerMetadata({ plan: 'pro' });
 */
export class ServerUser extends UserBase {
  declare readonly selectedTeam: ServerTeam | null;
  /** Known of users that were listed with `includeCounts`, as of then. */
  declare readonly counts?: { readonly apiKeys: Counted; readonly teams: Counted };

  /** @internal */
  constructor(scope: Scope, wire: WireServerUser) {
    super(scope, wire);
  }

  protected get path(): string {
    return `/users/${this.id}`;
  }

  /** Changes the user. The object takes over what holds afterwards. */
  override update(changes: ServerUserUpdateOptions): Promise<void> {
    return this.patch(toWireServerUser(changes));
  }

  /** @throws KnownError USER_EMAIL_ALREADY_EXISTS */
  setPrimaryEmail(primaryEmail: string | null, { verified }: { verified?: boolean } = {}): Promise<void> {
    return this.patch({ primary_email: primaryEmail, primary_email_verified: verified });
  }

  setServerMetadata(serverMetadata: Json): Promise<void> {
    return this.update({ serverMetadata });
  }

  setClientReadOnlyMetadata(clientReadOnlyMetadata: Json): Promise<void> {
    return this.update({ clientReadOnlyMetadata });
  }

  /** Sets a password of at most 70 characters, and ends the user's sessions. Answers the refusal, if any. */
  setPassword({ password }: { password: string }): Promise<KnownError<'PASSWORD_TOO_SHORT'> | undefined> {
    return refusalOf(this.update({ password }), 'PASSWORD_TOO_SHORT');
  }

  /** Mails the link that verifies the primary address. Answers the refusal when it is verified already. */
  async sendVerificationEmail(options: { callbackUrl?: string } = {}) {
    const primary = (await this.listContactChannels()).find(({ isPrimary }) => isPrimary);
    return primary && refusalOf(primary.sendVerificationEmail(options), 'EMAIL_ALREADY_VERIFIED');
  }

  /** Grants a permission in a team, of which the user has to be a member, or in the project. */
  async grantPermission(...scopeAndId: [team: TeamReference, permissionId: string] | [permissionId: string]) {
    const { api, cache } = scopeOf(this);
    await api.post(this.#permissionPath(scopeAndId));
    await cache.invalidate(cacheKeys.permissions(this.id));
  }

  /** Takes a permission away, in a team or in the project. */
  async revokePermission(...scopeAndId: [team: TeamReference, permissionId: string] | [permissionId: string]) {
    const { api, cache } = scopeOf(this);
    await api.delete(this.#permissionPath(scopeAndId));
    await cache.invalidate(cacheKeys.permissions(this.id));
  }

  /** Begins a session of the user, without a sign-in of theirs. It lasts a year unless you say otherwise; at most 367 days. */
  async createSession({
    expiresInMillis,
    isImpersonation,
  }: { expiresInMillis?: number; isImpersonation?: boolean } = {}) {
    const body = { user_id: this.id, expires_in_millis: expiresInMillis, is_impersonation: isImpersonation };
    const answer = await scopeOf(this).api.post<AnswerOf<'createSession'>>('/auth/sessions', body);
    const tokens: Tokens = { accessToken: answer.access_token, refreshToken: answer.refresh_token };
    return { getTokens: () => Promise.resolve(tokens) };
  }

  /** Creates a team, of which the user is the first member, with the permissions of a creator. */
  createTeam(options: TeamCreationOptions): Promise<ServerTeam> {
    return createServerTeam(scopeOf(this), { ...options, creatorUserId: this.id });
  }

  /** The teams that the user is a member of. */
  listTeams(options?: ServerTeamListOptions): Promise<Page<ServerTeam>> {
    return listServerTeams(scopeOf(this), options, this.id);
  }

  /** One of the user's teams; null: there is no such team of theirs. */
  async getTeam(teamId: string): Promise<ServerTeam | null> {
    if (!isId(teamId)) return null;
    return (await this.listTeams({ query: teamId })).find(({ id }) => id === teamId.toLowerCase()) ?? null;
  }

  /** @internal */
  protected override apply(wire: WireListedUser): void {
    const { selected_team: team, counts } = wire;
    Object.assign(this, toServerUserFields(wire), {
      selectedTeam: team === null ? null : new ServerTeam(scopeOf(this), team),
      ...(counts && { counts: camelCased(counts) }),
    });
  }

  protected override invalidate(): Promise<void> {
    return scopeOf(this).cache.invalidate(cacheKeys.currentUser, cacheKeys.allUsers);
  }

  #permissionPath(scopeAndId: [team: TeamReference, permissionId: string] | [permissionId: string]): string {
    return scopeAndId.length === 1
      ? apiPath`/project-permissions/${this.id}/${scopeAndId[0]}`
      : apiPath`/team-permissions/${scopeAndId[0].id}/${this.id}/${scopeAndId[1]}`;
  }
}

/** A member of a team as the application's server sees it: the whole user, and how they appear in the team. */
export class ServerTeamUser extends ServerUser {
  declare readonly teamProfile: TeamMemberProfile;
}

/** A team as the application's server sees and treats it. */
export class ServerTeam extends Team {
  declare readonly createdAt: Date;
  /** Read and written by the application's server only. */
  declare readonly serverMetadata: Json;
  /** Known of teams that were listed with `includeCounts`, as of then. */
  declare readonly counts?: { readonly members: Counted; readonly apiKeys: Counted };

  /** Makes a user a member, with the permissions that members get by default. */
  async addUser(userId: string): Promise<void> {
    const { api, cache } = scopeOf(this);
    await api.post(apiPath`/team-memberships/${this.id}/${userId}`);
    await cache.invalidate(cacheKeys.teamMembers(this.id), cacheKeys.teams(userId), cacheKeys.permissions(userId));
  }

  /** The members of the team, each with how they appear in it. */
  override async listUsers(): Promise<ServerTeamUser[]> {
    const scope = scopeOf(this);
    const list = await scope.api.get<AnswerOf<'listTeamMemberProfiles'>>('/team-member-profiles', { team_id: this.id });
    return list.items.map((wire) => {
      // Whoever asks is the application's server, so it gets the whole users.
      const {
        user,
        display_name: displayName,
        profile_image_url: profileImageUrl,
      } = wire as typeof wire & {
        user: WireServerUser;
      };
      return Object.assign(new ServerTeamUser(scope, user), { teamProfile: { displayName, profileImageUrl } });
    });
  }

  override async update({
    clientReadOnlyMetadata,
    serverMetadata,
    ...options
  }: ServerTeamUpdateOptions): Promise<void> {
    await this.patch({
      display_name: options.displayName,
      profile_image_url: options.profileImageUrl,
      client_metadata: options.clientMetadata,
      client_read_only_metadata: clientReadOnlyMetadata,
      server_metadata: serverMetadata,
    });
  }

  /** @internal */
  protected override apply(wire: WireListedTeam): void {
    super.apply(wire);
    Object.assign(this, {
      createdAt: new Date(wire.created_at_millis),
      serverMetadata: wire.server_metadata,
      ...(wire.counts && { counts: camelCased(wire.counts) }),
    });
  }
}

/** Creates a team, with a first member or with nobody in it. */
export async function createServerTeam(
  scope: Scope,
  { displayName, profileImageUrl, creatorUserId }: TeamCreationOptions & { creatorUserId?: string },
): Promise<ServerTeam> {
  const body = { display_name: displayName, profile_image_url: profileImageUrl, creator_user_id: creatorUserId };
  const team = new ServerTeam(scope, await scope.api.post<WireServerTeam>('/teams', body));
  await scope.cache.invalidate(cacheKeys.allUsers, cacheKeys.allTeams);
  return team;
}

/** The teams of one user, or of the project. */
export async function listServerTeams(
  scope: Scope,
  { orderBy, includeCounts, ...options }: ServerTeamListOptions = {},
  userId?: string,
): Promise<Page<ServerTeam>> {
  const list = await scope.api.get<{ items: WireListedTeam[] }>('/teams', {
    ...options,
    order_by: orderBy && 'created_at',
    user_id: userId,
    include: includeCounts === true ? 'counts' : undefined,
  });
  return toPage(list, (wire) => new ServerTeam(scope, wire));
}
