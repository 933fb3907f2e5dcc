import type { TestProject, TestServer } from '@latchkey/test-kit';
import { StackAdminApp } from '../apps/admin-app.ts';
import { StackClientApp } from '../apps/client-app.ts';
import { StackServerApp } from '../apps/server-app.ts';
import type { TokenStoreInit } from '../sessions/token-store.ts';

/** Where a project is: on a test server, or on something that stands in for it. */
type Host = Pick<TestServer, 'url'>;

/** An application's server of a test project. */
export function openServerApp({ url }: Host, project: TestProject, tokenStore: TokenStoreInit = null): StackServerApp {
  return new StackServerApp({
    baseUrl: url,
    projectId: project.id,
    secretServerKey: project.server['x-stack-secret-server-key'] ?? '',
    tokenStore,
  });
}

/** An application's client of a test project. */
export function openClientApp(
  { url }: Host,
  project: TestProject,
  tokenStore: TokenStoreInit = 'memory',
): StackClientApp {
  return new StackClientApp({
    baseUrl: url,
    projectId: project.id,
    publishableClientKey: project.client['x-stack-publishable-client-key'] ?? '',
    tokenStore,
  });
}

/** An administrator of a test project. */
export function openAdminApp({ url }: Host, project: TestProject): StackAdminApp {
  return new StackAdminApp({
    baseUrl: url,
    projectId: project.id,
    superSecretAdminKey: project.admin['x-stack-super-secret-admin-key'] ?? '',
    tokenStore: null,
  });
}
