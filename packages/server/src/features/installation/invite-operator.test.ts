import {
  createTestOperator,
  startTestServer,
  type TestCaller,
  type TestOperator,
  type TestProject,
  type TestServer,
} from '@latchkey/test-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

/* An invitation by a link to copy: for one person, whatever their address. */
let server: TestServer;
let internal: TestProject;
let ada: TestOperator;
let email: string;

const password = 'correct horse battery staple';
const watched = [
  ...['users', 'contact_channels', 'sessions', 'teams', 'team_members', 'team_permission_grants'],
  'verification_codes',
];

beforeAll(async () => {
  server = await startTestServer();
  internal = await server.openInternalProject();
});
afterAll(() => server.close());

let people = 0;

beforeEach(async () => {
  email = `carl-${(people += 1)}@example.com`;
  ada = await createTestOperator(server, internal, 'Ada');
});

const invite = (caller: TestCaller = ada.client, fields: object = {}) =>
  server.call(caller, 'POST', '/latchkey/operators/invitations', { team_id: ada.teamId, ...fields });

async function link(by: TestCaller = ada.client): Promise<string> {
  const { status, body } = await invite(by);
  expect(status).toBe(200);
  return body.code;
}

const join = (code: string, fields: object = {}) =>
  server.call({}, 'POST', '/latchkey/operators', { code, email, password, ...fields });
const accept = (caller: TestCaller, code: string) => server.call(caller, 'POST', '/team-invitations/accept', { code });
const details = (code: string, caller: TestCaller = internal.client) =>
  server.call(caller, 'POST', '/team-invitations/accept/details', { code });
const open = async (caller: TestCaller = ada.client) =>
  (await server.call(caller, 'GET', `/team-invitations?team_id=${ada.teamId}`)).body.items;

async function refuses(call: () => ReturnType<TestServer['call']>, status: number, code: string | null) {
  const before = await server.snapshot(watched);
  const answer = await call();
  expect([answer.status, answer.code]).toEqual([status, code]);
  expect(await server.snapshot(watched)).toEqual(before);
  return answer;
}

async function addMember(): Promise<TestOperator> {
  const ben = await createTestOperator(server, internal, 'Ben');
  await internal.addMember(ada.teamId, ben);
  return ben;
}

describe('a link that invites to the operators', () => {
  it('makes whoever follows it one, under an address of their own that nothing has verified', async () => {
    const owned = { display_name: 'Shop', owner_team_id: ada.teamId };
    const project = (await server.call(ada.client, 'POST', '/internal/projects', owned)).body;
    const { status, body } = await join(await link(), { email: email.toUpperCase() });
    expect(status).toBe(200);

    const carl = { ...internal.client, 'x-stack-access-token': body.access_token };
    const me = (await server.call(carl, 'GET', '/users/me')).body;
    expect(me).toMatchObject({ primary_email: email, primary_email_verified: false, is_restricted: false });
    const held = await server.call(carl, 'GET', `/team-permissions?team_id=${ada.teamId}&user_id=me`);
    expect(held.body.items.map(({ id }: { id: string }) => id)).toEqual(['team_member']);
    expect((await server.call(carl, 'GET', '/internal/projects')).body.items).toMatchObject([{ id: project.id }]);
  });

  it('makes an operator who signs in again and works, though the address is not verified', async () => {
    const owned = { display_name: 'Shop', owner_team_id: ada.teamId };
    const project = (await server.call(ada.client, 'POST', '/internal/projects', owned)).body;
    await join(await link());
    const again = await server.call(internal.client, 'POST', '/auth/password/sign-in', { email, password });
    expect(again.status).toBe(200);
    const admin = {
      'x-stack-project-id': project.id,
      'x-stack-access-type': 'admin',
      'x-stack-admin-access-token': again.body.access_token,
    };
    expect((await server.call(admin, 'POST', '/users', {})).status).toBe(201);
    const carl = { ...internal.client, 'x-stack-access-token': again.body.access_token };
    expect((await invite(carl)).status).toBe(200);
    const another = { display_name: 'Blog', owner_team_id: ada.teamId };
    expect((await server.call(carl, 'POST', '/internal/projects', another)).status).toBe(201);
  });

  it('shows which team it is for before anybody has signed in', async () => {
    const { status, body } = await details(await link());
    expect([status, body.team_id]).toEqual([200, ada.teamId]);
    expect(body.team_display_name).toMatch(/Ada/);
  });

  it('works once, however many follow it at the same time', async () => {
    const code = await link();
    const answers = await Promise.all(
      Array.from({ length: 4 }, (_, index) => join(code, { email: `${index}-${email}` })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    await refuses(() => join(code), 409, 'VERIFICATION_CODE_ALREADY_USED');
    await refuses(() => details(code), 409, 'VERIFICATION_CODE_ALREADY_USED');
  });

  it('is one of several that are open: following one leaves the others good', async () => {
    const [first, second] = [await link(), await link()];
    expect((await join(first)).status).toBe(200);
    expect((await join(second, { email: `second-${email}` })).status).toBe(200);
  });

  it('lasts seven days', async () => {
    const { body } = await invite();
    expect(body.expires_at_millis).toBe(server.clock.now().getTime() + 7 * 24 * 60 * 60 * 1_000);
    server.clock.advance({ days: 7 });
    await refuses(() => join(body.code), 400, 'VERIFICATION_CODE_EXPIRED');
  });

  it('lets an operator join who has an account, whatever their address, signed in and once', async () => {
    const ben = await createTestOperator(server, internal, 'Ben');
    const eve = await createTestOperator(server, internal, 'Eve');
    const code = await link();
    const answers = await Promise.all([accept(ben.client, code), accept(eve.client, code)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    await refuses(() => accept(internal.client, code), 401, 'USER_AUTHENTICATION_REQUIRED');
  });

  it('is listed among the invitations of the team, without an address, and can be withdrawn', async () => {
    const { body } = await invite();
    expect(await open()).toMatchObject([{ id: body.id, recipient_email: '', team_id: ada.teamId }]);
    expect(JSON.stringify(await open())).not.toContain(body.code);
    const ben = await createTestOperator(server, internal, 'Ben');
    const withdraw = (caller: TestCaller) =>
      server.call(caller, 'DELETE', `/team-invitations/${body.id}?team_id=${ada.teamId}`);
    await refuses(() => withdraw(ben.client), 404, 'TEAM_MEMBERSHIP_NOT_FOUND');
    expect((await withdraw(ada.client)).status).toBe(200);
    await refuses(() => join(body.code), 404, 'VERIFICATION_CODE_NOT_FOUND');
    expect(await open()).toEqual([]);
  });

  it('is nobody’s received invitation, so that it takes the link itself to accept it', async () => {
    const ben = await createTestOperator(server, internal, 'Ben');
    const { body } = await invite();
    expect((await server.call(ben.client, 'GET', '/team-invitations?user_id=me')).body.items).toEqual([]);
    const acceptById = () => server.call(ben.client, 'POST', `/team-invitations/${body.id}/accept?user_id=me`);
    await refuses(acceptById, 404, 'VERIFICATION_CODE_NOT_FOUND');
  });

  it('needs an address to join under, one that no operator has, and stays good after a refusal', async () => {
    const code = await link();
    const missing = await refuses(() => join(code, { email: undefined }), 400, null);
    expect(missing.body).toMatch(/Send the email/);
    await refuses(() => join(code, { email: 'nobody' }), 400, 'SCHEMA_ERROR');
    await refuses(() => join(code, { email: '' }), 400, 'SCHEMA_ERROR');
    await refuses(() => join(code, { password: 'short' }), 400, 'PASSWORD_TOO_SHORT');
    const taken = { primary_email: `taken-${email}`, primary_email_auth_enabled: true };
    await internal.createUser(taken);
    await refuses(() => join(code, { email: taken.primary_email }), 409, 'USER_EMAIL_ALREADY_EXISTS');
    expect((await join(code)).status).toBe(200);
  });

  it('is kept as a hash', async () => {
    const code = await link();
    expect(JSON.stringify(await server.snapshot(['verification_codes']))).not.toContain(code);
  });
});

describe('making such a link', () => {
  it('is for signed-in operators who may invite to that team', async () => {
    const ben = await createTestOperator(server, internal, 'Ben');
    await refuses(() => invite(internal.client), 401, 'USER_AUTHENTICATION_REQUIRED');
    await refuses(() => invite(internal.admin), 401, 'USER_AUTHENTICATION_REQUIRED');
    await refuses(() => invite(ben.client), 404, 'TEAM_MEMBERSHIP_NOT_FOUND');
    const nowhere = { team_id: '12345678-9abc-4def-8123-456789abcdef' };
    await refuses(() => invite(ada.client, nowhere), 404, 'TEAM_MEMBERSHIP_NOT_FOUND');
    await refuses(() => invite(ada.client, { team_id: 'x' }), 400, 'SCHEMA_ERROR');
    await internal.addMember(ada.teamId, ben);
    await forbidInviting(ben);
    await refuses(() => invite(ben.client), 401, 'TEAM_PERMISSION_REQUIRED');
  });

  it('is for operators only: users of other projects invite by mail', async () => {
    const project = await server.createProject();
    const user = await project.createUser();
    const team = await project.createTeam(user);
    for (const caller of [user.client, project.client, project.server, project.admin]) {
      await refuses(() => invite(caller, { team_id: team.id }), 401, 'EXPECTED_INTERNAL_PROJECT');
    }
  });

  it('is throttled per operator, with the time to wait', async () => {
    const limited = await startTestServer({ rateLimits: true });
    const busy = await createTestOperator(limited, await limited.openInternalProject(), 'Ada');
    const attempt = () =>
      limited.call(busy.client, 'POST', '/latchkey/operators/invitations', { team_id: busy.teamId });
    for (let count = 0; count < 20; count += 1) expect((await attempt()).status).toBe(200);
    const refused = await attempt();
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
    await limited.close();
  });
});

/** Leaves a member without any permission in the team. */
async function forbidInviting(member: TestOperator): Promise<void> {
  for (const permission of ['team_member', 'team_admin']) {
    await server.call(internal.server, 'DELETE', `/team-permissions/${ada.teamId}/${member.id}/${permission}`);
  }
}

describe('a link whose maker could make no other', () => {
  it.each<[string, (ben: TestOperator) => unknown]>([
    ['has left', (ben) => server.call(ben.client, 'DELETE', `/team-memberships/${ada.teamId}/me`)],
    ['was removed', (ben) => server.call(ada.client, 'DELETE', `/team-memberships/${ada.teamId}/${ben.id}`)],
    ['lost the permission', forbidInviting],
    [
      'was restricted',
      (ben) => server.call(internal.server, 'PATCH', `/users/${ben.id}`, { restricted_by_admin: true }),
    ],
    ['was deleted', (ben) => server.call(internal.server, 'DELETE', `/users/${ben.id}`)],
  ])('is dead: who %s brings nobody in, nor comes back', async (_what, end) => {
    const ben = await addMember();
    const dora = await createTestOperator(server, internal, 'Dora');
    const code = await link(ben.client);
    expect((await details(code)).status).toBe(200);
    await end(ben);
    await refuses(() => join(code), 404, 'VERIFICATION_CODE_NOT_FOUND');
    await refuses(() => accept(dora.client, code), 404, 'VERIFICATION_CODE_NOT_FOUND');
    expect((await details(code)).code).toBe('VERIFICATION_CODE_NOT_FOUND');
  });

  it('lets nobody in after the removal was acknowledged, however close the two are', async () => {
    for (let round = 0; round < 10; round += 1) {
      const ben = await addMember();
      const code = await link(ben.client);
      const joining = join(code, { email: `${round}-${email}` });
      await server.call(ada.client, 'DELETE', `/team-memberships/${ada.teamId}/${ben.id}`);
      const members = await server.snapshot(['team_members']);
      await joining;
      expect([200, 404]).toContain((await joining).status);
      expect(await server.snapshot(['team_members'])).toEqual(members);
    }
  });

  it('and its maker’s deletion at the same moment end in one order or the other, never in an error', async () => {
    for (let round = 0; round < 10; round += 1) {
      const ben = await addMember();
      const code = await link(ben.client);
      const [joined, deleted] = await Promise.all([
        join(code, { email: `${round}-${email}` }),
        server.call(internal.server, 'DELETE', `/users/${ben.id}`),
      ]);
      expect([200, 404]).toContain(joined.status);
      expect(deleted.status).toBe(200);
    }
  });
});
