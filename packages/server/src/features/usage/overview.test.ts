import { startTestServer, type TestProject, type TestServer } from '@latchkey/test-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let server: TestServer;
let project: TestProject;
let other: TestProject;

beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject({ allow_user_api_keys: true, allow_team_api_keys: true });
  other = await server.createProject({ allow_user_api_keys: true });
});
afterAll(() => server.close());

const dayMillis = 24 * 60 * 60 * 1_000;

describe('the overview', () => {
  it('of an empty project counts nothing, in 30 days back and 30 ahead', async () => {
    const empty = await server.createProject();
    const { body } = await server.call(empty.server, 'GET', '/latchkey/overview');
    const none = { count: 0, is_at_least: false };
    expect(body).toMatchObject({ last_request_at_millis: null, users: none, teams: none, api_keys: { valid: none } });
    expect([body.past_days.length, body.coming_days.length]).toEqual([30, 30]);
    const today = Math.floor(server.clock.now().getTime() / dayMillis) * dayMillis;
    expect([body.past_days.at(-1).at_millis, body.coming_days[0].at_millis]).toEqual([today, today]);
  });
});
