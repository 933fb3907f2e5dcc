import {
  createTestOperator,
  startTestServer,
  type TestOperator,
  type TestProject,
  type TestServer,
} from '@latchkey/test-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

/* Sign-up in `internal` is closed: the claim makes the first operator, and invitations the others. */
let server: TestServer;
let internal: TestProject;
let ada: TestOperator;
let email: string;

const password = 'correct horse battery staple';
const watched = ['users', 'contact_channels', 'sessions', 'teams', 'team_members', 'verification_codes'];
const callback_url = 'http://localhost:8102/';

beforeAll(async () => {
  server = await startTestServer();
  internal = await server.openInternalProject();
});
afterAll(() => server.close());

let people = 0;

beforeEach(async () => {
  email = `ben-${(people += 1)}@example.com`;
  ada = await createTestOperator(server, internal, 'Ada');
});

const join = (code: string, fields: object = {}) =>
  server.call({}, 'POST', '/latchkey/operators', { code, password, ...fields });

async function codeOfNewestMail(): Promise<string> {
  server.clock.advance({ seconds: 1 });
  return /code=([0-9a-z]{45})\b/.exec((await server.mails()).at(-1)?.text ?? '')?.[1] ?? '';
}

async function invite(): Promise<string> {
  const invitation = { email, team_id: ada.teamId, callback_url };
  expect((await server.call(ada.client, 'POST', '/team-invitations/send-code', invitation)).status).toBe(200);
  return codeOfNewestMail();
}

async function refuses(call: () => ReturnType<TestServer['call']>, status: number, code: string | null) {
  const before = await server.snapshot(watched);
  const answer = await call();
  expect([answer.status, answer.code]).toEqual([status, code]);
  expect(await server.snapshot(watched)).toEqual(before);
}

describe('joining the operators by invitation', () => {
  it('makes one under the invited address, who is signed in and administers what the team owns', async () => {
    const owned = { display_name: 'Shop', owner_team_id: ada.teamId };
    const project = (await server.call(ada.client, 'POST', '/internal/projects', owned)).body;
    const { status, body } = await join(await invite());
    expect([status, Object.keys(body)]).toEqual([200, ['access_token', 'refresh_token', 'user_id']]);

    const ben = { ...internal.client, 'x-stack-access-token': body.access_token };
    const me = (await server.call(ben, 'GET', '/users/me')).body;
    expect(me).toMatchObject({ id: body.user_id, primary_email: email, primary_email_verified: true });
    const held = await server.call(ben, 'GET', `/team-permissions?team_id=${ada.teamId}&user_id=me`);
    expect(held.body.items.map(({ id }: { id: string }) => id)).toEqual(['team_member']);
    expect((await server.call(ben, 'GET', '/internal/projects')).body.items).toMatchObject([{ id: project.id }]);
    const again = await server.call(internal.client, 'POST', '/auth/password/sign-in', { email, password });
    expect(again.body.user_id).toBe(body.user_id);
  });

  it('works once, however many try at the same time', async () => {
    const code = await invite();
    const answers = await Promise.all([join(code), join(code), join(code)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    await refuses(() => join(code), 409, 'VERIFICATION_CODE_ALREADY_USED');
  });

  it('leaves sign-up closed, to the invited address too', async () => {
    await invite();
    const signUp = () => server.call(internal.client, 'POST', '/auth/password/sign-up', { email, password });
    await refuses(signUp, 400, 'SIGN_UP_NOT_ENABLED');
  });

  it('is refused after the invitation is withdrawn, and after it has expired', async () => {
    const withdrawn = await invite();
    const { items } = (await server.call(ada.client, 'GET', `/team-invitations?team_id=${ada.teamId}`)).body;
    await server.call(ada.client, 'DELETE', `/team-invitations/${items[0].id}?team_id=${ada.teamId}`);
    await refuses(() => join(withdrawn), 404, 'VERIFICATION_CODE_NOT_FOUND');

    const expired = await invite();
    server.clock.advance({ days: 7 });
    await refuses(() => join(expired), 400, 'VERIFICATION_CODE_EXPIRED');
  });

  it('takes no code of another project, and none of another kind', async () => {
    const project = await server.createProject();
    const team = await project.createTeam(null);
    const elsewhere = { email, team_id: team.id, callback_url };
    await server.call(project.server, 'POST', '/team-invitations/send-code', elsewhere);
    const codes = [await codeOfNewestMail(), '0'.repeat(45), ''];
    await internal.createUser({ primary_email: email, primary_email_auth_enabled: true, password });
    await server.call(internal.client, 'POST', '/auth/password/send-reset-code', { email, callback_url });
    codes.push(await codeOfNewestMail());
    expect(new Set(codes).size).toBe(4);
    for (const code of codes) await refuses(() => join(code), 404, 'VERIFICATION_CODE_NOT_FOUND');
  });

  it.each<[string, object, string | null]>([
    ['a password too short', { password: '1234567' }, 'PASSWORD_TOO_SHORT'],
    ['a password too long', { password: 'x'.repeat(71) }, 'PASSWORD_TOO_LONG'],
    ['no password', { password: undefined }, 'SCHEMA_ERROR'],
    ['no code', { code: undefined }, 'SCHEMA_ERROR'],
    ['an address that is none', { email: 'eve' }, 'SCHEMA_ERROR'],
    ['another address', { email: 'eve@example.com' }, null],
  ])('with %s is refused, and the code stays good', async (_title, fields, code) => {
    const invitation = await invite();
    await refuses(() => join(invitation, fields), 400, code);
    expect((await join(invitation)).status).toBe(200);
  });

  it('takes the invited address, however it is written', async () => {
    const { status, body } = await join(await invite(), { email: email.toUpperCase() });
    expect(status).toBe(200);
    const me = await server.call({ ...internal.client, 'x-stack-access-token': body.access_token }, 'GET', '/users/me');
    expect(me.body).toMatchObject({ primary_email: email, primary_email_verified: true });
  });

  it('is refused once whoever invited has left the team', async () => {
    const ben = await createTestOperator(server, internal, 'Ben');
    await internal.addMember(ada.teamId, ben);
    const invitation = { email, team_id: ada.teamId, callback_url };
    await server.call(ben.client, 'POST', '/team-invitations/send-code', invitation);
    const code = await codeOfNewestMail();
    await server.call(ada.client, 'DELETE', `/team-memberships/${ada.teamId}/${ben.id}`);
    await refuses(() => join(code), 404, 'VERIFICATION_CODE_NOT_FOUND');
  });

  it('is refused to an operator, who accepts the invitation signed in', async () => {
    const fields = { primary_email: email, primary_email_verified: true, primary_email_auth_enabled: true };
    const ben = await internal.createUser(fields);
    const code = await invite();
    await refuses(() => join(code), 409, 'USER_EMAIL_ALREADY_EXISTS');
    expect((await server.call(ben.client, 'POST', '/team-invitations/accept', { code })).status).toBe(200);
  });

  it('is throttled per address, with the time to wait', async () => {
    const limited = await startTestServer({ rateLimits: true });
    const attempt = () => limited.call({}, 'POST', '/latchkey/operators', { code: '0'.repeat(45), password });
    for (let count = 0; count < 20; count += 1) expect((await attempt()).status).toBe(404);
    const refused = await attempt();
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
    await limited.close();
  });
});
