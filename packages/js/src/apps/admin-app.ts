import type { AnswerOf } from '@latchkey/contract';
import { UsageError } from '../errors/latchkey-error.ts';
import type { Page } from '../http/page.ts';
import { scopeOf } from '../http/scope.ts';
import { getMailDelivery, type MailDelivery, type MailDeliveryTest, testMailDelivery } from '../mails/mail-delivery.ts';
import { getMail, listMails, type Mail, type MailListOptions, type MailWithContent } from '../mails/mail.ts';
import {
  type PermissionDefinition,
  type PermissionDefinitionListOptions,
  PermissionDefinitions,
  type PermissionDefinitionUpdateOptions,
} from '../permissions/permission-definitions.ts';
import {
  createInternalApiKey,
  InternalApiKey,
  type InternalApiKeyCreateOptions,
  type InternalApiKeyFirstView,
} from '../project-keys/internal-api-key.ts';
import { AdminProject } from '../projects/admin-project.ts';
import type { StackAdminAppOptions } from './app-options.ts';
import { StackServerApp } from './server-app.ts';

/**
 * A project as its administrators see it: its settings, its keys and its permissions, beside all that its server may do.
 *
 * @example
 * import { StackAdminApp } from '@latchkey/js';
 *
 * const stackAdminApp = new StackAdminApp({ tokenStore: null });
 * const project = await stackAdminApp.getProject();
 * await project.update({ config: { allowUserApiKeys: true } });
 */
export class StackAdminApp<
  HasTokenStore extends boolean = boolean,
  ProjectId extends string = string,
> extends StackServerApp<HasTokenStore, ProjectId> {
  readonly #teamPermissions: PermissionDefinitions;
  readonly #projectPermissions: PermissionDefinitions;

  /** @throws UsageError without a super secret admin key or the session of an operator */
  constructor(options: StackAdminAppOptions<HasTokenStore, ProjectId>) {
    super(options, 'admin');
    const scope = scopeOf(this);
    const { superSecretAdminKey, adminAccessToken } = scope.api.connection;
    if (superSecretAdminKey === null && adminAccessToken === null) {
      throw new UsageError(
        'Say the super secret admin key: the option superSecretAdminKey, or STACK_SUPER_SECRET_ADMIN_KEY in the environment.',
      );
    }
    this.#teamPermissions = new PermissionDefinitions(scope, 'team');
    this.#projectPermissions = new PermissionDefinitions(scope, 'project');
  }

  /** The project with its settings. */
  override async getProject(): Promise<AdminProject> {
    const scope = scopeOf(this);
    return new AdminProject(scope, await scope.api.get('/internal/projects/current'));
  }

  /** The sets of project keys, newest first, those that were revoked or have expired included. */
  async listInternalApiKeys(): Promise<InternalApiKey[]> {
    const scope = scopeOf(this);
    const { items } = await scope.api.get<AnswerOf<'listProjectKeys'>>('/internal/api-keys', { include: 'usage' });
    return items.map((wire) => new InternalApiKey(scope, wire, { absent: null }));
  }

  /** Creates a set of project keys. They are there as a whole this once. */
  createInternalApiKey(options: InternalApiKeyCreateOptions): Promise<InternalApiKeyFirstView> {
    return createInternalApiKey(scopeOf(this), options);
  }

  /** The team permissions that the project defines, those of the system included, by id. */
  listTeamPermissionDefinitions(): Promise<PermissionDefinition[]> {
    return this.#teamPermissions.list();
  }

  async listTeamPermissionDefinitionsPaginated(options: PermissionDefinitionListOptions & { limit: number }) {
    const items = await this.#teamPermissions.list(options);
    return { items: [...items], nextCursor: items.nextCursor };
  }

  createTeamPermissionDefinition(definition: PermissionDefinition): Promise<PermissionDefinition> {
    return this.#teamPermissions.create(definition);
  }

  /** Who holds the permission under its old id holds it under the new one. */
  updateTeamPermissionDefinition(id: string, changes: PermissionDefinitionUpdateOptions): Promise<void> {
    return this.#teamPermissions.update(id, changes);
  }

  /** Takes the permission away from everybody who holds it, too. */
  deleteTeamPermissionDefinition(id: string): Promise<void> {
    return this.#teamPermissions.delete(id);
  }

  /** The project permissions that the project defines, by id. */
  listProjectPermissionDefinitions(options?: PermissionDefinitionListOptions): Promise<Page<PermissionDefinition>> {
    return this.#projectPermissions.list(options);
  }

  createProjectPermissionDefinition(definition: PermissionDefinition): Promise<PermissionDefinition> {
    return this.#projectPermissions.create(definition);
  }

  /** Who holds the permission under its old id holds it under the new one. */
  updateProjectPermissionDefinition(id: string, changes: PermissionDefinitionUpdateOptions): Promise<void> {
    return this.#projectPermissions.update(id, changes);
  }

  /** Takes the permission away from everybody who holds it, too. */
  deleteProjectPermissionDefinition(id: string): Promise<void> {
    return this.#projectPermissions.delete(id);
  }

  /** The mails that were kept because no mail server is configured, or that still wait for it; newest first. */
  listMails(options?: MailListOptions): Promise<Page<Mail>> {
    return listMails(scopeOf(this), options);
  }

  /** One of these mails with its words; null: there is none. */
  getMail(id: string): Promise<MailWithContent | null> {
    return getMail(scopeOf(this), id);
  }

  /** How mail leaves this installation. */
  getMailDelivery(): Promise<MailDelivery> {
    return getMailDelivery(scopeOf(this));
  }

  /** Sends a mail to an address at once, and tells what became of it. */
  testMailDelivery(to: string): Promise<MailDeliveryTest> {
    return testMailDelivery(scopeOf(this), to);
  }
}
