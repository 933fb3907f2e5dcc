import type { WireClientTeam, WireClientUser } from '@latchkey/contract';
import { cacheKeys } from '../cache/cache-keys.ts';
import type { KnownError } from '../errors/known-error.ts';
import { orNull } from '../http/or-null.ts';
import { refusalOf } from '../errors/result.ts';
import { type Scope, type Scoped, scopeOf } from '../http/scope.ts';
import { callbackUrlOf } from '../pages/callback-url.ts';
import { Team, type TeamCreationOptions } from '../teams/team.ts';
import { type Auth, type NewPasswordRefusal, setUserAuth, type UserAuth } from './auth.ts';
import { UserBase } from './user-base.ts';

export interface CurrentUser extends UserAuth, Scoped {}

/**
 * The user who is signed in. What is done through the object is done as that user; once somebody else is signed in, it throws
 * SessionChangedError.
 *
 * @example
 * import { StackClientApp } from '@latchkey/js';
 *
 * const stackApp = new StackClientApp({ tokenStore: 'cookie' });
 * const user = await stackApp.getUser({ or: 'throw' });
 * const apiKey = await user.createApiKey({ description: 'CI', expiresAt: null });
 * console.log(apiKey.value);
 */
export class CurrentUser extends UserBase {
  declare readonly selectedTeam: Team | null;

  /** @internal */
  constructor(scope: Scope, wire: WireClientUser, auth: Auth) {
    super(scope, wire);
    setUserAuth(this, scope, auth);
  }

  protected get path(): string {
    return '/users/me';
  }

  async listTeams(): Promise<Team[]> {
    const scope = scopeOf(this);
    const { items } = await scope.api.get<{ items: WireClientTeam[] }>('/teams', { user_id: this.id });
    return items.map((wire) => new Team(scope, wire));
  }

  /** One of the user's teams; null: there is no such team of theirs. */
  async getTeam(teamId: string): Promise<Team | null> {
    const scope = scopeOf(this);
    const wire = await orNull(
      teamId,
      (id) => scope.api.get<WireClientTeam>(`/teams/${id}`),
      'TEAM_MEMBERSHIP_NOT_FOUND',
      'TEAM_NOT_FOUND',
    );
    return wire === null ? null : new Team(scope, wire);
  }

  /** Creates a team, of which the user is the first member, and selects it. */
  async createTeam({ displayName, profileImageUrl }: TeamCreationOptions): Promise<Team> {
    const scope = scopeOf(this);
    const body = { display_name: displayName, profile_image_url: profileImageUrl, creator_user_id: this.id };
    const team = new Team(scope, await scope.api.post<WireClientTeam>('/teams', body));
    await this.setSelectedTeam(team);
    await scope.cache.invalidate(cacheKeys.teams(this.id), cacheKeys.permissions(this.id));
    return team;
  }

  /** Mails the link that verifies the primary address. Answers the refusal when it is verified already. */
  async sendVerificationEmail(): Promise<KnownError<'EMAIL_ALREADY_VERIFIED'> | undefined> {
    const { api, pages } = scopeOf(this);
    const callback_url = callbackUrlOf(pages, 'emailVerification', undefined);
    return refusalOf(
      api.post('/contact-channels/send-verification-code', { email: this.primaryEmail, callback_url }),
      'EMAIL_ALREADY_VERIFIED',
    );
  }

  /** Gives a user who has none a password. Answers the refusal, if any. */
  async setPassword({ password }: { password: string }): Promise<NewPasswordRefusal | undefined> {
    const refusal = await refusalOf(
      scopeOf(this).api.post('/auth/password/set', { password }),
      'PASSWORD_TOO_SHORT',
      'PASSWORD_TOO_LONG',
    );
    await this.invalidate();
    return refusal;
  }

  /** @internal */
  protected override apply(wire: WireClientUser): void {
    super.apply(wire);
    const { selected_team: team } = wire;
    Object.assign(this, { selectedTeam: team === null ? null : new Team(scopeOf(this), team) });
  }
}
