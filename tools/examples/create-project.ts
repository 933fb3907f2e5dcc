import type { FreshLatchkey } from './start-fresh-latchkey.ts';

/** A project with the keys of both kinds and teams switched on, as an application is told of it. */
export interface Project {
  id: string;
  /** The variables that the SDK reads in the application's back end. */
  environment: Record<string, string>;
  /** Opens the project's administration, which an application has no need of. */
  superSecretAdminKey: string;
}

interface Answer {
  id: string;
  access_token: string;
  items: { id: string }[];
  publishable_client_key: string;
  secret_server_key: string;
  super_secret_admin_key: string;
}

/** Claims a fresh installation and makes a project in it. */
export async function createProject({ url, claimCode }: FreshLatchkey, displayName: string): Promise<Project> {
  const claimed = await call(
    url,
    'POST',
    '/latchkey/claim',
    {},
    {
      code: claimCode,
      email: 'operator@example.com',
      password: 'correct horse battery staple',
    },
  );
  const operator = {
    'x-stack-access-type': 'client',
    'x-stack-project-id': 'internal',
    'x-stack-access-token': claimed.access_token,
  };
  const teams = await call(url, 'GET', '/teams?user_id=me', operator);
  const project = await call(url, 'POST', '/internal/projects', operator, {
    display_name: displayName,
    owner_team_id: teams.items[0]?.id,
    config: { allow_user_api_keys: true, allow_team_api_keys: true, client_team_creation_enabled: true },
  });

  const administrator = {
    'x-stack-access-type': 'admin',
    'x-stack-project-id': project.id,
    'x-stack-admin-access-token': claimed.access_token,
  };
  const keys = await call(url, 'POST', '/internal/api-keys', administrator, {
    description: `Keys of ${displayName}`,
    expires_at_millis: Date.now() + 24 * 60 * 60 * 1000,
    has_publishable_client_key: true,
    has_secret_server_key: true,
    has_super_secret_admin_key: true,
  });
  return {
    id: project.id,
    environment: {
      STACK_API_URL: url,
      STACK_PROJECT_ID: project.id,
      STACK_PUBLISHABLE_CLIENT_KEY: keys.publishable_client_key,
      STACK_SECRET_SERVER_KEY: keys.secret_server_key,
    },
    superSecretAdminKey: keys.super_secret_admin_key,
  };
}

async function call(url: string, method: string, path: string, headers: Record<string, string>, body?: object) {
  const response = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path} was answered with ${response.status}: ${await response.text()}`);
  return (await response.json()) as Answer;
}
