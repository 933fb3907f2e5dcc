import { KnownError } from '../../http/errors.ts';
import { type CallerSource, noPublishableClientKey } from '../../http/identify-caller.ts';
import type { Project } from '../../http/caller.ts';
import type { Deps } from '../../platform/deps.ts';
import { refreshSession } from './refresh-session.ts';
import type { AccessToken } from './sign-access-token.ts';

/** The parameters of the refresh grant; RFC 6749 section 6. */
export interface RefreshGrant {
  /** The project's id, perhaps followed by `#main`. */
  client_id: string;
  /** A publishable client key, where the application has one. */
  client_secret?: string | undefined;
  refresh_token: string;
}

/**
 * The OAuth way to refresh, which carries the project in its body: first the client is authenticated, then the grant.
 *
 * @throws KnownError INVALID_OAUTH_CLIENT_ID_OR_SECRET, REFRESH_TOKEN_NOT_FOUND_OR_EXPIRED
 */
export async function exchangeRefreshToken(
  deps: Deps,
  findProject: CallerSource['findProject'],
  grant: RefreshGrant,
): Promise<AccessToken> {
  const project = await authenticateClient(deps, findProject, grant);
  return refreshSession(deps, project, grant.refresh_token);
}

async function authenticateClient(
  { usage }: Pick<Deps, 'usage'>,
  findProject: CallerSource['findProject'],
  { client_id, client_secret = '' }: RefreshGrant,
): Promise<Project> {
  const [projectId = '', branchId = 'main', ...rest] = client_id.split('#');
  const hasKey = client_secret !== '' && client_secret !== noPublishableClientKey;
  const found = await findProject(projectId, hasKey ? { kind: 'publishable_client', value: client_secret } : null);
  const isAdmitted =
    found !== null &&
    branchId === 'main' &&
    rest.length === 0 &&
    (hasKey ? found.liveKey !== null : !found.project.settings.require_publishable_client_key);
  if (!isAdmitted) throw new KnownError('INVALID_OAUTH_CLIENT_ID_OR_SECRET', { client_id });
  usage.recordRequest(projectId, found.liveKey);
  return found.project;
}
