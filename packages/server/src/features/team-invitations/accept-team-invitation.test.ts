import { startTestServer, type TestCaller, type TestProject, type TestServer, type TestUser } from '@latchkey/test-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

let server: TestServer;
let project: TestProject;
let other: TestProject;
let alice: TestUser;
let bob: TestUser;
let team: { id: string };
let code: string;

const tables = ['verification_codes', 'team_members', 'team_permission_grants', 'mails'];
const unknownId = '12345678-9abc-4def-8123-456789abcdef';
const unknownCode = '0'.repeat(45);
const callback_url = 'http://localhost:3000/join';

beforeAll(async () => {
  server = await startTestServer();
  other = await server.createProject();
});
afterAll(() => server.close());

beforeEach(async () => {
  project = await server.createProject();
  alice = await project.createUser();
  bob = await project.createUser({ primary_email: 'bob@example.com', primary_email_verified: true });
  team = await project.createTeam(alice, { display_name: 'Rocket' });
  code = await invite();
});

async function invite(email = 'bob@example.com', teamId = team.id): Promise<string> {
  const wish = { email, team_id: teamId, callback_url };
  expect((await server.call(project.server, 'POST', '/team-invitations/send-code', wish)).status).toBe(200);
  return newestCode();
}

/** The mailbox is sorted by time, so time goes on between two mails. */
async function newestCode(): Promise<string> {
  server.clock.advance({ seconds: 1 });
  return /code=([0-9a-z]{45})\b/.exec((await server.mails()).at(-1)?.text ?? '')?.[1] ?? '';
}

async function refuses(call: () => ReturnType<TestServer['call']>, status: number, errorCode: string | null = null) {
  const before = await server.snapshot(tables);
  const answer = await call();
  expect([answer.status, answer.code]).toEqual([status, errorCode]);
  expect(await server.snapshot(tables)).toEqual(before);
  return answer;
}

const accept = (caller: TestCaller, presented = code) =>
  server.call(caller, 'POST', '/team-invitations/accept', { code: presented });
const acceptById = (caller: TestCaller, id: string, userId = 'me') =>
  server.call(caller, 'POST', `/team-invitations/${id}/accept?user_id=${userId}`);
const permissionsOf = async (user: TestUser) =>
  (await server.call(project.server, 'GET', `/team-permissions?team_id=${team.id}&user_id=${user.id}`)).body.items.map(
    ({ id }: { id: string }) => id,
  );
const invitationOf = async (user: TestUser): Promise<string> =>
  (await server.call(project.server, 'GET', `/team-invitations?user_id=${user.id}`)).body.items[0]?.id;

describe('looking at the code of an invitation', () => {
  it.each(['signed in', 'signed out'])('tells %s which team it is for, and does not use it up', async (state) => {
    const caller = state === 'signed in' ? bob.client : project.client;
    const check = await server.call(caller, 'POST', '/team-invitations/accept/check-code', { code });
    expect([check.status, check.body]).toEqual([200, { is_code_valid: true }]);
    const details = await server.call(caller, 'POST', '/team-invitations/accept/details', { code });
    expect(details.body).toEqual({ team_id: team.id, team_display_name: 'Rocket' });
    expect((await accept(bob.client)).status).toBe(200);
  });

  it.each(['check-code', 'details'])('%s knows no other code', async (action) => {
    const look = (caller: TestCaller, body: unknown) =>
      server.call(caller, 'POST', `/team-invitations/accept/${action}`, body);
    await refuses(() => look(project.client, { code: unknownCode }), 404, 'VERIFICATION_CODE_NOT_FOUND');
    await refuses(() => look(project.client, { code: '' }), 404, 'VERIFICATION_CODE_NOT_FOUND');
    await refuses(() => look(other.client, { code }), 404, 'VERIFICATION_CODE_NOT_FOUND');
    await refuses(() => look(project.client, {}), 400, 'SCHEMA_ERROR');
    await refuses(() => look(project.client, { code: 1 }), 400, 'SCHEMA_ERROR');
    await refuses(() => look(project.client, { code: 'x'.repeat(513) }), 400, 'SCHEMA_ERROR');
    await refuses(() => look({}, { code }), 400, 'ACCESS_TYPE_REQUIRED');
    await accept(bob.client);
    await refuses(() => look(project.client, { code }), 409, 'VERIFICATION_CODE_ALREADY_USED');
  });

  it('ends when the invitation does, or its team', async () => {
    const look = () => server.call(project.client, 'POST', '/team-invitations/accept/check-code', { code });
    server.clock.advance({ days: 7 });
    await refuses(look, 400, 'VERIFICATION_CODE_EXPIRED');
    await server.call(project.server, 'DELETE', `/teams/${team.id}`);
    await refuses(look, 404, 'VERIFICATION_CODE_NOT_FOUND');
  });
});

describe('accepting by code', () => {
  it('makes the invited user a member with the default permissions, once', async () => {
    const answer = await accept(bob.client);
    expect([answer.status, answer.body]).toEqual([200, {}]);
    expect(await permissionsOf(bob)).toEqual(['team_member']);
    await refuses(() => accept(bob.client), 409, 'VERIFICATION_CODE_ALREADY_USED');
    expect(await invitationOf(bob)).toBeUndefined();
  });

  it('at the same time in several windows succeeds once', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => accept(bob.client)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
    expect(await permissionsOf(bob)).toEqual(['team_member']);
  });

  it('works with any address that the user has verified', async () => {
    const second = await invite('second@example.com');
    await server.call(project.server, 'POST', '/contact-channels', {
      user_id: bob.id,
      type: 'email',
      value: 'second@example.com',
      used_for_auth: false,
      is_verified: true,
    });
    expect((await accept(bob.client, second)).status).toBe(200);
  });

  it('changes nothing for a member, and uses the invitation up', async () => {
    await project.addMember(team.id, bob);
    await server.call(project.server, 'DELETE', `/team-permissions/${team.id}/${bob.id}/team_member`);
    await server.call(project.server, 'POST', `/team-permissions/${team.id}/${bob.id}/%24update_team`);
    expect((await accept(bob.client)).status).toBe(200);
    expect(await permissionsOf(bob)).toEqual(['$update_team']);
    expect(await invitationOf(bob)).toBeUndefined();
  });

  it('is refused to whoever has the link but not the address', async () => {
    await refuses(() => accept(alice.client), 403, 'TEAM_INVITATION_EMAIL_MISMATCH');
    const carol = await project.createUser({ primary_email: 'carol@example.com', primary_email_verified: false });
    const forCarol = await invite('carol@example.com');
    await refuses(() => accept(carol.client, forCarol), 403, 'TEAM_INVITATION_EMAIL_MISMATCH');
    await server.call(project.server, 'PATCH', `/users/${carol.id}`, { primary_email_verified: true });
    expect((await accept(carol.client, forCarol)).status).toBe(200);
    expect((await accept(bob.client)).status).toBe(200);
  });

  it('is refused to restricted users, who can accept once they are not', async () => {
    const strict = await server.createProject({ require_email_verification: true });
    const owner = await strict.createUser({ primary_email: 'o@example.com', primary_email_verified: true });
    const { id } = await strict.createTeam(owner);
    const carol = await strict.createUser({ primary_email: 'carol@example.com', primary_email_verified: false });
    const wish = { email: 'carol@example.com', team_id: id, callback_url };
    await server.call(strict.server, 'POST', '/team-invitations/send-code', wish);
    const forCarol = await newestCode();
    const restricted = { ...carol.client, 'x-stack-allow-restricted-user': 'true' };
    const answer = await refuses(
      () => accept(restricted, forCarol),
      403,
      'TEAM_INVITATION_RESTRICTED_USER_NOT_ALLOWED',
    );
    expect(answer.body.details).toEqual({ restricted_reason: { type: 'email_not_verified' } });
    await refuses(() => accept(carol.client, forCarol), 403, 'RESTRICTED_USER_NOT_ALLOWED');
    await refuses(() => acceptById(restricted, unknownId), 403, 'TEAM_INVITATION_RESTRICTED_USER_NOT_ALLOWED');
    await server.call(strict.server, 'PATCH', `/users/${carol.id}`, { primary_email_verified: true });
    expect((await accept((await strict.signIn(carol.id)).client, forCarol)).status).toBe(200);
  });

  it('is refused without a user, after the invitation, and in another project', async () => {
    const namesake = await other.createUser({ primary_email: 'bob@example.com', primary_email_verified: true });
    await refuses(() => accept(project.client), 401, 'USER_AUTHENTICATION_REQUIRED');
    await refuses(() => accept(project.server), 401, 'USER_AUTHENTICATION_REQUIRED');
    await refuses(() => accept(namesake.client), 404, 'VERIFICATION_CODE_NOT_FOUND');
    await refuses(() => accept(bob.client, unknownCode), 404, 'VERIFICATION_CODE_NOT_FOUND');
    await refuses(
      () => server.call(bob.client, 'POST', '/team-invitations/accept', { code, team_id: team.id }),
      400,
      'SCHEMA_ERROR',
    );
    server.clock.advance({ days: 7 });
    await refuses(async () => accept((await project.signIn(bob.id)).client), 400, 'VERIFICATION_CODE_EXPIRED');
  });

  it('takes no code of another kind', async () => {
    await server.call(alice.client, 'POST', '/contact-channels', {
      user_id: 'me',
      type: 'email',
      value: 'alice@example.com',
      used_for_auth: false,
    });
    const { body } = await server.call(alice.client, 'GET', '/contact-channels?user_id=me');
    const path = `/contact-channels/me/${body.items[0].id}/send-verification-code`;
    expect((await server.call(alice.client, 'POST', path, { callback_url })).status).toBe(200);
    const verification = await newestCode();
    await refuses(() => accept(alice.client, verification), 404, 'VERIFICATION_CODE_NOT_FOUND');
  });
});

describe('accepting by id', () => {
  it('makes the invited user a member, once, and kills the link', async () => {
    const id = await invitationOf(bob);
    const answer = await acceptById(bob.client, id);
    expect([answer.status, answer.body]).toEqual([200, {}]);
    expect(await permissionsOf(bob)).toEqual(['team_member']);
    await refuses(() => acceptById(bob.client, id), 409, 'VERIFICATION_CODE_ALREADY_USED');
    await refuses(() => accept(bob.client), 409, 'VERIFICATION_CODE_ALREADY_USED');
  });

  it('is open to the server, for the invited user', async () => {
    const id = await invitationOf(bob);
    await refuses(() => acceptById(project.server, id, alice.id), 404, 'VERIFICATION_CODE_NOT_FOUND');
    await refuses(() => acceptById(project.server, id), 400, 'CANNOT_GET_OWN_USER_WITHOUT_USER');
    await refuses(() => acceptById(other.server, id, bob.id), 404, 'VERIFICATION_CODE_NOT_FOUND');
    expect((await acceptById(project.server, id, bob.id)).status).toBe(200);
    expect(await permissionsOf(bob)).toEqual(['team_member']);
  });

  it('at the same time by id and by code succeeds once', async () => {
    const id = await invitationOf(bob);
    const answers = await Promise.all([acceptById(bob.client, id), accept(bob.client), acceptById(bob.client, id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  it("does not tell another user's invitation from an unknown one", async () => {
    const id = await invitationOf(bob);
    for (const unknown of [id, unknownId]) {
      await refuses(() => acceptById(alice.client, unknown), 404, 'VERIFICATION_CODE_NOT_FOUND');
    }
    await refuses(() => acceptById(alice.client, id, bob.id), 403);
    await refuses(() => acceptById(project.client, id), 401, 'USER_AUTHENTICATION_REQUIRED');
    await refuses(() => acceptById(bob.client, 'x'), 400, 'SCHEMA_ERROR');
    await refuses(() => server.call(bob.client, 'POST', `/team-invitations/${id}/accept`), 400, 'SCHEMA_ERROR');
  });

  it('ends when the invitation does', async () => {
    const id = await invitationOf(bob);
    server.clock.advance({ days: 7 });
    bob = await project.signIn(bob.id);
    await refuses(() => acceptById(bob.client, id), 400, 'VERIFICATION_CODE_EXPIRED');
  });
});

describe('trying codes of invitations', () => {
  it('is bounded for a client’s address over all three calls, and not for the server', async () => {
    const limited = await startTestServer({ rateLimits: true });
    const inLimited = await limited.createProject();
    const user = await inLimited.createUser();
    const actions = ['accept', 'accept/check-code', 'accept/details'];
    const attempt = (caller: TestCaller, count: number) =>
      limited.call(caller, 'POST', `/team-invitations/${actions[count % 3]}`, { code: unknownCode });
    for (let count = 0; count < 50; count += 1) expect((await attempt(user.client, count)).status).toBe(404);
    for (let count = 0; count < 3; count += 1) {
      const refused = await attempt(user.client, count);
      expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
    }
    expect((await attempt(inLimited.server, 1)).status).toBe(404);
    await limited.close();
  });
});
