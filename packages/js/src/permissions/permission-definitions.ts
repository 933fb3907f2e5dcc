import type { AnswerOf } from '@latchkey/contract';
import { cacheKeys } from '../cache/cache-keys.ts';
import { apiPath } from '../http/api-path.ts';
import { toPage } from '../http/page.ts';
import type { Scope } from '../http/scope.ts';

/** A permission that a project defines, of teams or of the project. */
export interface PermissionDefinition {
  id: string;
  description?: string;
  /** Whoever holds the permission holds these, too. */
  containedPermissionIds: string[];
}

/** What of a definition can change; what is left out stays. */
export type PermissionDefinitionUpdateOptions = Partial<PermissionDefinition>;

/** One page of the definitions. */
export interface PermissionDefinitionListOptions {
  /** How many at most, up to 1,000. */
  limit?: number;
  /** `nextCursor` of the page before. */
  cursor?: string;
  /** A part of the id or of the description. */
  query?: string;
}

type WireDefinition = AnswerOf<'listTeamPermissionDefinitions'>['items'][number];

/** The permissions that a project defines for one of the two scopes. */
export class PermissionDefinitions {
  readonly #scope: Scope;
  readonly #path: string;

  constructor(scope: Scope, kind: 'team' | 'project') {
    this.#scope = scope;
    this.#path = `/${kind}-permission-definitions`;
  }

  async list(options: PermissionDefinitionListOptions = {}) {
    return toPage(await this.#scope.api.get<{ items: WireDefinition[] }>(this.#path, { ...options }), toDefinition);
  }

  /** @throws KnownError PERMISSION_ID_ALREADY_EXISTS, CONTAINED_PERMISSION_NOT_FOUND */
  async create(definition: PermissionDefinition): Promise<PermissionDefinition> {
    const wire = await this.#scope.api.post<WireDefinition>(this.#path, toWireDefinition(definition));
    await this.#invalidate();
    return toDefinition(wire);
  }

  /** @throws KnownError PERMISSION_NOT_FOUND, PERMISSION_ID_ALREADY_EXISTS, CONTAINED_PERMISSION_NOT_FOUND */
  async update(id: string, changes: PermissionDefinitionUpdateOptions): Promise<void> {
    await this.#scope.api.patch(this.#pathOf(id), toWireDefinition(changes));
    await this.#invalidate();
  }

  /** @throws KnownError PERMISSION_NOT_FOUND */
  async delete(id: string): Promise<void> {
    await this.#scope.api.delete(this.#pathOf(id));
    await this.#invalidate();
  }

  #pathOf(id: string): string {
    return this.#path + apiPath`/${id}`;
  }

  #invalidate(): Promise<void> {
    return this.#scope.cache.invalidate(cacheKeys.permissionDefinitions);
  }
}

function toDefinition({ id, description, contained_permission_ids }: WireDefinition): PermissionDefinition {
  return { id, ...(description !== undefined && { description }), containedPermissionIds: contained_permission_ids };
}

function toWireDefinition({ id, description, containedPermissionIds }: PermissionDefinitionUpdateOptions) {
  return { id, description, contained_permission_ids: containedPermissionIds };
}
