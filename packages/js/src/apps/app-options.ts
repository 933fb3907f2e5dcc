import { UsageError } from '../errors/latchkey-error.ts';
import type { AdminTokenSource, Connection } from '../http/connection.ts';
import type { PageUrls } from '../pages/page-urls.ts';
import type { TokenStoreInit } from '../sessions/token-store.ts';
import { readEnvironment } from './read-environment.ts';

/** How an app sends people to another page: by loading it, not at all, or through the application's router. */
export type RedirectMethod = 'window' | 'none' | { navigate: (url: string) => void };

/** How an application talks to Latchkey. What is left out is read from the environment, where there is one. */
export interface StackClientAppOptions<HasTokenStore extends boolean = boolean, ProjectId extends string = string> {
  /** The origin of the server; in the environment STACK_API_URL. One for browsers and one for servers, where they differ. */
  baseUrl?: string | { browser: string; server: string };
  /** In the environment STACK_PROJECT_ID. */
  projectId?: ProjectId;
  /** In the environment STACK_PUBLISHABLE_CLIENT_KEY; needed where the project asks for one. */
  publishableClientKey?: string;
  /** Where the tokens of whoever is signed in are kept; null where each call says whose they are. */
  tokenStore: TokenStoreInit &
    (HasTokenStore extends true ? object | string : HasTokenStore extends false ? null : unknown);
  /** Where the application's pages are, as far as they are not at `/handler/…`. */
  urls?: Partial<PageUrls>;
  /** Default: `window` in browsers, `none` elsewhere. */
  redirectMethod?: RedirectMethod;
  /** Go with every request, for proxies in between. */
  extraRequestHeaders?: Record<string, string>;
}

/** What a server app is told besides. */
export interface StackServerAppOptions<
  HasTokenStore extends boolean = boolean,
  ProjectId extends string = string,
> extends StackClientAppOptions<HasTokenStore, ProjectId> {
  /** In the environment STACK_SECRET_SERVER_KEY. It belongs on servers only. */
  secretServerKey?: string;
}

/** What an admin app is told besides. */
export interface StackAdminAppOptions<
  HasTokenStore extends boolean = boolean,
  ProjectId extends string = string,
> extends StackServerAppOptions<HasTokenStore, ProjectId> {
  /** In the environment STACK_SUPER_SECRET_ADMIN_KEY. It belongs on servers only. */
  superSecretAdminKey?: string;
  /** Instead of a key: the access token of an operator who administers the project. */
  projectOwnerSession?: AdminTokenSource;
}

/**
 * The connection that options and environment describe.
 *
 * @throws UsageError when the server or the project is not named anywhere
 */
export function resolveConnection(options: Omit<StackAdminAppOptions, 'tokenStore'>): Connection {
  const environment = readEnvironment();
  const { baseUrl = environment.baseUrl, projectId = environment.projectId } = options;
  const origin =
    typeof baseUrl === 'object' ? baseUrl[typeof document === 'undefined' ? 'server' : 'browser'] : baseUrl;
  if (!origin)
    throw new UsageError('Say where the server is: the option baseUrl, or STACK_API_URL in the environment.');
  // Such as localhost:8102, of which the scheme is "localhost:".
  if (!/^https?:\/\//i.test(origin) || !URL.canParse(origin)) {
    throw new UsageError(`"${origin}" does not say where the server is: a URL such as http://localhost:8102 does.`);
  }
  if (!projectId) {
    throw new UsageError('Say which project it is: the option projectId, or STACK_PROJECT_ID in the environment.');
  }
  // The keys in the environment are those of the project in the environment.
  const isOfEnvironment = environment.projectId === undefined || environment.projectId === projectId;
  const keys = isOfEnvironment ? environment : {};
  return {
    projectId,
    baseUrl: origin.replace(/\/+$/, ''),
    publishableClientKey: options.publishableClientKey ?? keys.publishableClientKey ?? null,
    secretServerKey: options.secretServerKey ?? keys.secretServerKey ?? null,
    superSecretAdminKey: options.superSecretAdminKey ?? keys.superSecretAdminKey ?? null,
    adminAccessToken: options.projectOwnerSession ?? null,
    extraRequestHeaders: options.extraRequestHeaders ?? {},
  };
}
