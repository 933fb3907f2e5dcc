'use client';
import {
  type ActiveSession,
  cacheKeys,
  type ContactChannel,
  CurrentUser,
  type EditableTeamMemberProfile,
  type Permission,
  type Project,
  type ReceivedTeamInvitation,
  scopeOf,
  type SentTeamInvitation,
  StackClientApp,
  Team,
  type TeamApiKey,
  type TeamReference,
  type TeamUser,
  type UserApiKey,
} from '@latchkey/js';
import { teamPermissions } from './team-permissions.ts';
import { useResource } from './use-resource.ts';
import { type UseUserOptions, useUserOf } from './use-user.ts';

/** What `use…` methods do: read once, keep what was read, and show it anew when something changes it. */
declare module '@latchkey/js' {
  interface StackClientApp {
    /** Whoever is signed in, kept up to date. */
    useUser(options: UseUserOptions & { or: 'redirect' | 'throw' }): CurrentUser;
    useUser(options?: UseUserOptions): CurrentUser | null;
    /** The project: its name, and what its users may do. */
    useProject(): Project;
  }

  interface CurrentUser {
    /** The user's API keys, newest first, kept up to date. */
    useApiKeys(): UserApiKey[];
    /** The user's teams, oldest first. */
    useTeams(): Team[];
    /** One of the user's teams; null: there is no such team of theirs. */
    useTeam(teamId: string): Team | null;
    /** A permission that the user holds in a team, be it contained in another; null: not held. */
    usePermission(team: TeamReference, permissionId: string): Permission | null;
    /** The permissions that the user holds in a team, contained ones included. */
    usePermissions(team: TeamReference): Permission[];
    useContactChannels(): ContactChannel[];
    /** Where the user is signed in, newest first. */
    useActiveSessions(): ActiveSession[];
    /** The invitations to teams that wait at the user's verified addresses. */
    useTeamInvitations(): ReceivedTeamInvitation[];
    /** How the user appears in a team. */
    useTeamProfile(team: TeamReference): EditableTeamMemberProfile;
  }

  interface Team {
    /** The team's API keys, newest first, kept up to date. */
    useApiKeys(): TeamApiKey[];
    /** The members of the team; needs `$read_members`. */
    useUsers(): TeamUser[];
    /** The invitations that wait for an answer; needs `$invite_members`. */
    useInvitations(): SentTeamInvitation[];
  }
}

const appHooks: ThisType<StackClientApp> & Pick<StackClientApp, 'useProject'> & { useUser: unknown } = {
  useUser(options?: UseUserOptions) {
    return useUserOf(this, options);
  },
  useProject() {
    return useResource(scopeOf(this).cache.resource(cacheKeys.project, () => this.getProject()));
  },
};

const userHooks: ThisType<CurrentUser> & Pick<CurrentUser, UserHook> = {
  useApiKeys() {
    const key = cacheKeys.apiKeys({ type: 'user', id: this.id });
    return useResource(scopeOf(this).cache.resource(key, () => this.listApiKeys()));
  },
  useTeams() {
    return useResource(scopeOf(this).cache.resource(cacheKeys.teams(this.id), () => this.listTeams()));
  },
  useTeam(teamId) {
    return useResource(scopeOf(this).cache.resource(cacheKeys.team(this.id, teamId), () => this.getTeam(teamId)));
  },
  usePermission(team, permissionId) {
    return this.usePermissions(team).find(({ id }) => id === permissionId) ?? null;
  },
  usePermissions(team) {
    return useResource(teamPermissions(this, team));
  },
  useContactChannels() {
    const key = cacheKeys.contactChannels(this.id);
    return useResource(scopeOf(this).cache.resource(key, () => this.listContactChannels()));
  },
  useActiveSessions() {
    return useResource(scopeOf(this).cache.resource(cacheKeys.sessions(this.id), () => this.getActiveSessions()));
  },
  useTeamInvitations() {
    const key = cacheKeys.receivedInvitations(this.id);
    return useResource(scopeOf(this).cache.resource(key, () => this.listTeamInvitations()));
  },
  useTeamProfile(team) {
    const key = cacheKeys.teamProfile(this.id, team.id);
    return useResource(scopeOf(this).cache.resource(key, () => this.getTeamProfile(team)));
  },
};

const teamHooks: ThisType<Team> & Pick<Team, 'useApiKeys' | 'useUsers' | 'useInvitations'> = {
  useApiKeys() {
    const key = cacheKeys.apiKeys({ type: 'team', id: this.id });
    return useResource(scopeOf(this).cache.resource(key, () => this.listApiKeys()));
  },
  useUsers() {
    return useResource(scopeOf(this).cache.resource(cacheKeys.teamMembers(this.id), () => this.listUsers()));
  },
  useInvitations() {
    return useResource(scopeOf(this).cache.resource(cacheKeys.sentInvitations(this.id), () => this.listInvitations()));
  },
};

type UserHook = Extract<keyof CurrentUser, `use${string}`>;

// On the prototypes, so that the objects of the core need know nothing of React, and are made once.
Object.assign(StackClientApp.prototype, appHooks);
Object.assign(CurrentUser.prototype, userHooks);
Object.assign(Team.prototype, teamHooks);
