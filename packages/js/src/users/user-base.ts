import type { AnswerOf, WireClientUser } from '@latchkey/contract';
import type { ApiKeyCreationOptions, UserApiKey, UserApiKeyFirstView } from '../api-keys/api-key.ts';
import { type ApiKeyListOptions, createApiKey, listApiKeys } from '../api-keys/owned-api-keys.ts';
import { cacheKeys } from '../cache/cache-keys.ts';
import {
  ContactChannel,
  type ContactChannelCreationOptions,
  toWireChannel,
} from '../contact-channels/contact-channel.ts';
import { apiPath } from '../http/api-path.ts';
import type { Page } from '../http/page.ts';
import { type Scope, type Scoped, scopeOf, setScope } from '../http/scope.ts';
import { listPermissions, type Permission, type PermissionListOptions } from '../permissions/list-permissions.ts';
import { type ActiveSession, listActiveSessions } from '../sessions/active-session.ts';
import { type ReceivedTeamInvitation, toReceivedInvitation } from '../teams/team-invitation.ts';
import { type EditableTeamMemberProfile, toEditableProfile } from '../teams/team-member.ts';
import { type Json, toUserFields, type UserFields } from './user-fields.ts';

/** What users can change about themselves; what is left out stays. */
export interface UserUpdateOptions {
  displayName?: string | null;
  /** An https URL, or a data URL of an image of at most 32 KiB. */
  profileImageUrl?: string | null;
  clientMetadata?: Json;
  selectedTeamId?: string | null;
  primaryEmail?: string | null;
}

/** Anything that has the id of a team. */
export interface TeamReference {
  id: string;
}

export interface UserBase extends UserFields, Scoped {}

/** What can be done with a user, by the user's own session or by the application's server. */
export abstract class UserBase {
  /** @internal */
  constructor(scope: Scope, wire: WireClientUser) {
    setScope(this, scope);
    this.apply(wire);
  }

  /** How the API addresses the user in `/users/…`. */
  protected abstract get path(): string;

  /**
   * Creates an API key of the user. Its `value` is the whole secret, this once.
   *
   * @throws RefusedError when the project has user API keys switched off
   */
  createApiKey(options: ApiKeyCreationOptions): Promise<UserApiKeyFirstView> {
    return createApiKey(scopeOf(this), this.#keyOwner, options);
  }

  /** The API keys of the user, newest first, those that were revoked or have expired included. */
  listApiKeys(options?: ApiKeyListOptions): Promise<Page<UserApiKey>> {
    return listApiKeys(scopeOf(this), this.#keyOwner, options);
  }

  setDisplayName(displayName: string | null): Promise<void> {
    return this.update({ displayName });
  }

  setClientMetadata(clientMetadata: Json): Promise<void> {
    return this.update({ clientMetadata });
  }

  /** Selects one of the user's teams, or none. */
  setSelectedTeam(team: TeamReference | string | null): Promise<void> {
    return this.update({ selectedTeamId: typeof team === 'string' ? team : (team?.id ?? null) });
  }

  /** Changes the user. The object takes over what holds afterwards. */
  update(changes: UserUpdateOptions): Promise<void> {
    return this.patch(toWireChanges(changes));
  }

  /** Deletes the user with all that is theirs: sessions, addresses, memberships and API keys. */
  async delete(): Promise<void> {
    await scopeOf(this).api.delete(this.path);
    await this.invalidate();
  }

  /** Whether the user holds a permission, be it contained in another: in a team, or in the project. */
  async hasPermission(...scopeAndId: [team: TeamReference, permissionId: string] | [permissionId: string]) {
    return (await this.getPermission(...scopeAndId)) !== null;
  }

  /** A permission that the user holds in a team, or in the project; null: not held. */
  async getPermission(
    ...scopeAndId: [team: TeamReference, permissionId: string] | [permissionId: string]
  ): Promise<Permission | null> {
    const [team, permissionId] = scopeAndId.length === 1 ? [null, scopeAndId[0]] : scopeAndId;
    const holder = { userId: this.id, teamId: team?.id ?? null, permissionId };
    return (await listPermissions(scopeOf(this), holder))[0] ?? null;
  }

  /** The permissions that the user holds in a team, or in the project. */
  listPermissions(...scopeAndOptions: [TeamReference, PermissionListOptions?] | [PermissionListOptions?]) {
    const [first, second] = scopeAndOptions;
    const team = first !== undefined && 'id' in first ? first : null;
    const options = team === null ? (first as PermissionListOptions | undefined) : second;
    return listPermissions(scopeOf(this), { userId: this.id, teamId: team?.id ?? null }, options);
  }

  async listContactChannels(): Promise<ContactChannel[]> {
    const scope = scopeOf(this);
    const { items } = await scope.api.get<AnswerOf<'listContactChannels'>>('/contact-channels', { user_id: this.id });
    return items.map((wire) => new ContactChannel(scope, wire));
  }

  /** @throws KnownError CONTACT_CHANNEL_ALREADY_USED_FOR_AUTH_BY_SOMEONE_ELSE */
  async createContactChannel(options: ContactChannelCreationOptions): Promise<ContactChannel> {
    const scope = scopeOf(this);
    const body = { user_id: this.id, type: options.type, ...toWireChannel(options) };
    const channel = new ContactChannel(scope, await scope.api.post('/contact-channels', body));
    await scope.cache.invalidate(cacheKeys.contactChannels(this.id), cacheKeys.currentUser);
    return channel;
  }

  /** Where the user is signed in, newest first. */
  getActiveSessions(): Promise<ActiveSession[]> {
    return listActiveSessions(scopeOf(this).api, this.id);
  }

  /**
   * Ends another session of the user: its tokens are refused from then on.
   *
   * @throws KnownError CANNOT_DELETE_CURRENT_SESSION: `signOut()` ends the one that asks
   */
  async revokeSession(sessionId: string): Promise<void> {
    const { api, cache } = scopeOf(this);
    await api.delete(apiPath`/auth/sessions/${sessionId}`, { user_id: this.id });
    await cache.invalidate(cacheKeys.sessions(this.id));
  }

  /** The invitations to teams that wait at the user's verified addresses. */
  async listTeamInvitations(): Promise<ReceivedTeamInvitation[]> {
    const scope = scopeOf(this);
    const { items } = await scope.api.get<AnswerOf<'listTeamInvitations'>>('/team-invitations', { user_id: this.id });
    return items.map((wire) => toReceivedInvitation(scope, wire, this.id));
  }

  /** How the user appears in a team. */
  async getTeamProfile(team: TeamReference): Promise<EditableTeamMemberProfile> {
    const scope = scopeOf(this);
    return toEditableProfile(scope, await scope.api.get(apiPath`/team-member-profiles/${team.id}/${this.id}`));
  }

  /** Takes the user out of a team. Team keys that the user created stay: they are the team's. */
  async leaveTeam(team: TeamReference): Promise<void> {
    const { api, cache } = scopeOf(this);
    await api.delete(apiPath`/team-memberships/${team.id}/${this.id}`);
    await cache.invalidate(cacheKeys.teams(this.id), cacheKeys.permissions(this.id), cacheKeys.currentUser);
  }

  protected async patch(changes: object): Promise<void> {
    this.apply(await scopeOf(this).api.patch<WireClientUser>(this.path, changes));
    await this.invalidate();
  }

  /**
   * Takes over what the API says of the user.
   *
   * @internal
   */
  protected apply(wire: WireClientUser): void {
    Object.assign(this, toUserFields(wire));
  }

  protected invalidate(): Promise<void> {
    return scopeOf(this).cache.invalidate(cacheKeys.currentUser);
  }

  get #keyOwner(): { type: 'user'; id: string } {
    return { type: 'user', id: this.id };
  }
}

/** The changes of a user as the API spells them. */
export function toWireChanges(changes: UserUpdateOptions) {
  return {
    display_name: changes.displayName,
    profile_image_url: changes.profileImageUrl,
    client_metadata: changes.clientMetadata,
    selected_team_id: changes.selectedTeamId,
    primary_email: changes.primaryEmail,
  };
}
