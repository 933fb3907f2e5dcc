import type { AnswerOf, WireClientTeam } from '@latchkey/contract';
import type { ApiKeyCreationOptions, TeamApiKey, TeamApiKeyFirstView } from '../api-keys/api-key.ts';
import { type ApiKeyListOptions, createApiKey, listApiKeys } from '../api-keys/owned-api-keys.ts';
import { cacheKeys } from '../cache/cache-keys.ts';
import { apiPath } from '../http/api-path.ts';
import type { Page } from '../http/page.ts';
import { type Scope, type Scoped, scopeOf, type scopeSymbol, setScope } from '../http/scope.ts';
import { callbackUrlOf } from '../pages/callback-url.ts';
import type { Json } from '../users/user-fields.ts';
import { type SentTeamInvitation, toSentInvitation } from './team-invitation.ts';
import { type TeamUser, toTeamUser } from './team-member.ts';

/** What of a team can change; what is left out stays. */
export interface TeamUpdateOptions {
  displayName?: string;
  profileImageUrl?: string | null;
  clientMetadata?: Json;
}

/** What a new team is to be. */
export interface TeamCreationOptions {
  displayName: string;
  profileImageUrl?: string;
}

/** A team as its members see it. */
export class Team implements Scoped {
  declare readonly [scopeSymbol]: Scope;
  declare readonly id: string;
  declare readonly displayName: string;
  declare readonly profileImageUrl: string | null;
  /** Written and read by members who may change the team. */
  declare readonly clientMetadata: Json;
  /** Read by members, written by the application's server only. */
  declare readonly clientReadOnlyMetadata: Json;

  /** @internal */
  constructor(scope: Scope, wire: WireClientTeam) {
    setScope(this, scope);
    this.apply(wire);
  }

  /**
   * Creates an API key of the team. Its `value` is the whole secret, this once.
   *
   * @throws KnownError API_KEY_NOT_FOUND when the user may not manage the team's keys
   */
  createApiKey(options: ApiKeyCreationOptions): Promise<TeamApiKeyFirstView> {
    return createApiKey(scopeOf(this), this.#keyOwner, options);
  }

  /**
   * The API keys of the team, newest first, those that were revoked or have expired included.
   *
   * @throws KnownError API_KEY_NOT_FOUND when the user may not manage the team's keys
   */
  listApiKeys(options?: ApiKeyListOptions): Promise<Page<TeamApiKey>> {
    return listApiKeys(scopeOf(this), this.#keyOwner, options);
  }

  /** The members of the team; a client needs `$read_members`. */
  async listUsers(): Promise<TeamUser[]> {
    const { api } = scopeOf(this);
    const query = { team_id: this.id };
    const { items } = await api.get<AnswerOf<'listTeamMemberProfiles'>>('/team-member-profiles', query);
    return items.map(toTeamUser);
  }

  /** Mails an invitation; a client needs `$invite_members`. */
  async inviteUser({ email, callbackUrl }: { email: string; callbackUrl?: string }): Promise<void> {
    const { api, cache, pages } = scopeOf(this);
    const callback_url = callbackUrlOf(pages, 'teamInvitation', callbackUrl);
    await api.post('/team-invitations/send-code', { email, team_id: this.id, callback_url });
    await cache.invalidate(cacheKeys.sentInvitations(this.id));
  }

  /** The invitations that wait for an answer; a client needs `$invite_members`. */
  async listInvitations(): Promise<SentTeamInvitation[]> {
    const scope = scopeOf(this);
    const { items } = await scope.api.get<AnswerOf<'listTeamInvitations'>>('/team-invitations', { team_id: this.id });
    return items.map((wire) => toSentInvitation(scope, wire));
  }

  /** Takes a member out of the team, and its keys with it where asked; a client needs `$remove_members`. */
  async removeUser(userId: string, { revokeApiKeys }: { revokeApiKeys?: boolean } = {}): Promise<void> {
    const { api, cache } = scopeOf(this);
    await api.delete(apiPath`/team-memberships/${this.id}/${userId}`, { revoke_api_keys: revokeApiKeys });
    await cache.invalidate(cacheKeys.teamMembers(this.id), cacheKeys.apiKeys(this.#keyOwner));
  }

  /** Changes the team; a client needs `$update_team`. */
  async update({ displayName, profileImageUrl, clientMetadata }: TeamUpdateOptions): Promise<void> {
    await this.patch({
      display_name: displayName,
      profile_image_url: profileImageUrl,
      client_metadata: clientMetadata,
    });
  }

  /** Deletes the team with its memberships, permissions and API keys; a client needs `$delete_team`. */
  async delete(): Promise<void> {
    await scopeOf(this).api.delete(`/teams/${this.id}`);
    await this.invalidate();
  }

  protected async patch(changes: object): Promise<void> {
    this.apply(await scopeOf(this).api.patch<WireClientTeam>(`/teams/${this.id}`, changes));
    await this.invalidate();
  }

  /**
   * Takes over what the API says of the team.
   *
   * @internal
   */
  protected apply(wire: WireClientTeam): void {
    Object.assign(this, {
      id: wire.id,
      displayName: wire.display_name,
      profileImageUrl: wire.profile_image_url,
      clientMetadata: wire.client_metadata,
      clientReadOnlyMetadata: wire.client_read_only_metadata,
    });
  }

  /** Every user shows the team among theirs. */
  protected invalidate(): Promise<void> {
    return scopeOf(this).cache.invalidate(cacheKeys.allUsers, cacheKeys.currentUser);
  }

  get #keyOwner(): { type: 'team'; id: string } {
    return { type: 'team', id: this.id };
  }
}
