import type { AnswerOf } from '@latchkey/contract';
import { StackAdminApp } from '../apps/admin-app.ts';
import { cacheKeys } from '../cache/cache-keys.ts';
import { type Scope, scopeOf } from '../http/scope.ts';
import type { CurrentUser } from '../users/current-user.ts';
import { AdminProject, type AdminProjectUpdateOptions, toWireProject } from './admin-project.ts';

/** What a new project is to be. */
export interface AdminProjectCreateOptions extends AdminProjectUpdateOptions {
  displayName: string;
  /** The team that is to own it; its members administer it. */
  teamId: string;
  isDevelopmentEnvironment?: boolean;
}

/** A project that one of an operator's teams owns. */
export class AdminOwnedProject extends AdminProject {
  /** The project as its administrator, by the session of the operator. The same app each time the project is listed. */
  declare readonly app: StackAdminApp<false>;
  readonly #operator: Scope;

  /** @internal */
  constructor(operator: CurrentUser, wire: AnswerOf<'getProject'>) {
    const app = appOf(operator, wire.id);
    super(scopeOf(app), wire);
    Object.assign(this, { app });
    this.#operator = scopeOf(operator);
  }

  protected override async invalidate(): Promise<void> {
    await super.invalidate();
    await this.#operator.cache.invalidate(cacheKeys.ownedProjects);
  }
}

/**
 * The projects that the teams of an operator own. Operators are the users of the project `internal`.
 *
 * @example
 * import { ownedProjects, StackClientApp } from '@latchkey/js';
 *
 * const stackApp = new StackClientApp({ projectId: 'internal', tokenStore: 'cookie' });
 * const operator = await stackApp.getUser({ or: 'redirect' });
 * for (const project of await ownedProjects(operator).list()) {
 *   console.log(project.displayName, (await project.app.listUsers()).length);
 * }
 */
export function ownedProjects(operator: CurrentUser) {
  const { api, cache } = scopeOf(operator);
  return {
    /** Oldest first. */
    async list(): Promise<AdminOwnedProject[]> {
      const { items } = await api.get<AnswerOf<'listProjects'>>('/internal/projects');
      return items.map((wire) => new AdminOwnedProject(operator, wire));
    },

    /** @throws KnownError TEAM_MEMBERSHIP_NOT_FOUND when the team is none of the operator's */
    async create({
      teamId,
      isDevelopmentEnvironment,
      ...fields
    }: AdminProjectCreateOptions): Promise<AdminOwnedProject> {
      const wire = await api.post<AnswerOf<'createProject'>>('/internal/projects', {
        ...toWireProject(fields),
        owner_team_id: teamId,
        is_development_environment: isDevelopmentEnvironment,
      });
      await cache.invalidate(cacheKeys.ownedProjects);
      return new AdminOwnedProject(operator, wire);
    },

    /**
     * Gives a project to another team of the operator.
     *
     * @throws KnownError PROJECT_NOT_FOUND, TEAM_MEMBERSHIP_NOT_FOUND
     */
    async transfer(projectId: string, teamId: string): Promise<void> {
      await api.post('/internal/projects/transfer', { project_id: projectId, new_team_id: teamId });
      await cache.invalidate(cacheKeys.ownedProjects);
    },
  };
}

/** By what an operator's app shows: what is shown of a project is kept, and told to other tabs, once. */
const apps = new WeakMap<Scope['cache'], Map<string, StackAdminApp<false>>>();

function appOf(operator: CurrentUser, projectId: string): StackAdminApp<false> {
  const { api, cache } = scopeOf(operator);
  const { session, connection } = api;
  const known = apps.get(cache) ?? new Map<string, StackAdminApp<false>>();
  apps.set(cache, known);
  const key = `${operator.id}/${projectId}`;
  const app =
    known.get(key) ??
    new StackAdminApp<false>({
      baseUrl: connection.baseUrl,
      projectId,
      tokenStore: null,
      extraRequestHeaders: { ...connection.extraRequestHeaders },
      projectOwnerSession: async (spent) =>
        (spent === undefined ? session?.getAccessToken() : session?.refreshAccessToken(spent)) ?? null,
    });
  known.set(key, app);
  return app;
}
