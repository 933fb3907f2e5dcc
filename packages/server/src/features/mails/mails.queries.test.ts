import { plansOf, startTestServer, type TestProject, type TestServer } from '@latchkey/test-kit';
import { afterAll, beforeAll, expect, it } from 'vitest';

let server: TestServer;
let project: TestProject;

beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject();
  await server.deps.pool.query(
    `insert into mails (project_id, id, recipient, subject, sealed_content, secret_generation, status, created_at, expires_at)
     select $1, gen_random_uuid(), 'ada@example.com', 'Mail', '', 1, 'kept', now() - n * interval '1 second', now() + interval '1 day'
     from generate_series(1, 20000) n`,
    [project.id],
  );
  await server.deps.pool.query('analyze mails');
});
afterAll(() => server.close());

it('walks an index to a page in the middle of many mails', async () => {
  const first = await server.call(project.admin, 'GET', '/latchkey/mails?limit=20');
  const path = `/latchkey/mails?limit=20&cursor=${first.body.pagination.next_cursor}`;
  const [plan, ...others] = await plansOf(server, 'mails', () => server.call(project.admin, 'GET', path));
  expect(plan).toContain('mails_by_creation');
  expect(plan).not.toContain('Sort');
  expect(others).toEqual([]);
});
