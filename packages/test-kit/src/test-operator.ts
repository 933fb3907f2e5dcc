import type { TestCaller } from './send-request.ts';
import type { TestProject, TestUser } from './test-project.ts';
import type { TestServer } from './test-server.ts';

/** A signed-in user of the project `internal`, with a personal team that can own projects. */
export interface TestOperator extends TestUser {
  teamId: string;
  /** As an administrator of a project, by the operator's access token. */
  adminOf(projectId: string): TestCaller;
}

export async function createTestOperator(
  server: TestServer,
  internal: TestProject,
  displayName: string,
): Promise<TestOperator> {
  const user = await internal.createUser({ display_name: displayName });
  const { body } = await server.call(user.client, 'GET', '/teams?user_id=me');
  return {
    ...user,
    teamId: body.items[0].id,
    adminOf: (projectId) => ({
      'x-stack-project-id': projectId,
      'x-stack-access-type': 'admin',
      'x-stack-admin-access-token': user.client['x-stack-access-token'] ?? '',
    }),
  };
}
