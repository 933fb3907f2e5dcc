import { startTestServer, type TestCaller, type TestProject, type TestServer, type TestUser } from '@latchkey/test-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

/* Sending, listing and revoking. Acceptance has a file of its own. */
let server: TestServer;
let project: TestProject;
let other: TestProject;
let alice: TestUser;
let bob: TestUser;
let team: { id: string };

const tables = ['verification_codes', 'mails', 'team_members'];
const unknownId = '12345678-9abc-4def-8123-456789abcdef';
const callback_url = 'http://localhost:3000/join?from=mail';
const weekMillis = 7 * 24 * 60 * 60 * 1_000;

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
});

async function refuses(call: () => ReturnType<TestServer['call']>, status: number, code: string | null = null) {
  const before = await server.snapshot(tables);
  const answer = await call();
  expect([answer.status, answer.code]).toEqual([status, code]);
  expect(await server.snapshot(tables)).toEqual(before);
  return answer;
}

const send = (caller: TestCaller, fields: Record<string, unknown> = {}) =>
  server.call(caller, 'POST', '/team-invitations/send-code', {
    email: 'bob@example.com',
    team_id: team.id,
    callback_url,
    ...fields,
  });

/** The mailbox is sorted by time, so time goes on between two mails. */
async function invite(fields: Record<string, unknown> = {}): Promise<string> {
  server.clock.advance({ seconds: 1 });
  expect((await send(alice.client, fields)).status).toBe(200);
  return codeIn((await server.mails()).at(-1)?.text);
}

function codeIn(mail = ''): string {
  return /code=([0-9a-z]{45})\b/.exec(mail)?.[1] ?? '';
}

async function list(caller: TestCaller, query: string) {
  const { status, body } = await server.call(caller, 'GET', `/team-invitations?${query}`);
  expect(status).toBe(200);
  return body.items;
}

const checkCode = async (code: string) =>
  (await server.call(project.client, 'POST', '/team-invitations/accept/check-code', { code })).code;
const revoke = (caller: TestCaller, id: string, teamId = team.id) =>
  server.call(caller, 'DELETE', `/team-invitations/${id}?team_id=${teamId}`);
const losePermissions = () =>
  server.call(project.server, 'DELETE', `/team-permissions/${team.id}/${alice.id}/team_admin`);

describe('sending an invitation', () => {
  it('mails a link with a code to the address, and says for which team', async () => {
    const before = (await server.mails()).length;
    server.clock.advance({ seconds: 1 });
    expect((await send(alice.client, { email: 'Bob@Example.com' })).body).toEqual({ success: true });
    const mails = await server.mails();
    expect(mails).toHaveLength(before + 1);
    const mail = mails.at(-1);
    expect(mail?.to).toBe('bob@example.com');
    expect(mail?.subject).toContain('Rocket');
    expect(mail?.text).toMatch(/http:\/\/localhost:3000\/join\?from=mail&code=[0-9a-z]{45}/);
    expect(await checkCode(codeIn(mail?.text))).toBeNull();
    expect(await list(project.server, `team_id=${team.id}`)).toEqual([
      {
        id: expect.any(String),
        team_id: team.id,
        team_display_name: 'Rocket',
        recipient_email: 'bob@example.com',
        expires_at_millis: server.clock.now().getTime() + weekMillis,
      },
    ]);
  });

  it('is open to members with $invite_members and to the server', async () => {
    await project.addMember(team.id, bob);
    expect((await send(bob.client, { email: 'carol@example.com' })).status).toBe(200);
    expect((await send(project.server)).status).toBe(200);
  });

  it('again replaces the invitation before, so that one link works', async () => {
    const first = await invite();
    const second = await invite();
    expect(await checkCode(first)).toBe('VERIFICATION_CODE_NOT_FOUND');
    expect(await checkCode(second)).toBeNull();
    expect(await list(alice.client, `team_id=${team.id}`)).toHaveLength(1);
  });

  it('at the same time by several leaves one invitation', async () => {
    const answers = await Promise.all([send(alice.client), send(project.server), send(alice.client)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await list(alice.client, `team_id=${team.id}`)).toHaveLength(1);
  });

  it('leaves the invitations to other addresses and of other teams alone', async () => {
    const toCarol = await invite({ email: 'carol@example.com' });
    const elsewhere = await invite({ team_id: (await project.createTeam(alice)).id });
    await invite();
    expect(await checkCode(toCarol)).toBeNull();
    expect(await checkCode(elsewhere)).toBeNull();
  });

  it('answers the same for the address of a member', async () => {
    await project.addMember(team.id, bob);
    expect((await send(alice.client)).body).toEqual({ success: true });
  });

  it('keeps what a team calls itself on one short line, and out of the markup', async () => {
    const display_name = `<b>Evil</b>\r\nBcc: all@example.com ${'x'.repeat(200)}`;
    await invite({ team_id: (await project.createTeam(alice, { display_name })).id });
    const mail = (await server.mails()).at(-1);
    expect(mail?.subject).not.toMatch(/[\r\n]/);
    expect(mail?.subject).not.toContain('x'.repeat(64));
    expect(mail?.html).not.toContain('<b>Evil');
  });

  it.each([
    [
      'a URL that the project does not trust',
      { callback_url: 'https://evil.example/' },
      'REDIRECT_URL_NOT_WHITELISTED',
    ],
    ['a URL that is no web address', { callback_url: 'javascript:alert(1)' }, 'SCHEMA_ERROR'],
    ['no address', { email: undefined }, 'SCHEMA_ERROR'],
    ['a bad address', { email: 'bob@' }, 'SCHEMA_ERROR'],
    ['two addresses', { email: 'bob@example.com, carol@example.com' }, 'SCHEMA_ERROR'],
    ['a line break in the address', { email: 'bob@example.com\nBcc: carol@example.com' }, 'SCHEMA_ERROR'],
    ['an endless address', { email: `${'b'.repeat(250)}@example.com` }, 'SCHEMA_ERROR'],
    ['no callback', { callback_url: undefined }, 'SCHEMA_ERROR'],
    ['a bad team id', { team_id: 'rocket' }, 'SCHEMA_ERROR'],
    ['an unknown field', { role: 'team_admin' }, 'SCHEMA_ERROR'],
  ])('refuses %s', async (_title, fields, code) => {
    for (const caller of [alice.client, project.server]) await refuses(() => send(caller, fields), 400, code);
  });

  it('refuses those who may not invite', async () => {
    const foreign = await other.createTeam(await other.createUser());
    await refuses(() => send(bob.client), 404, 'TEAM_MEMBERSHIP_NOT_FOUND');
    await refuses(() => send(project.client), 401, 'USER_AUTHENTICATION_REQUIRED');
    await refuses(() => send({}), 400, 'ACCESS_TYPE_REQUIRED');
    await refuses(() => send(other.server), 404, 'TEAM_NOT_FOUND');
    for (const team_id of [unknownId, foreign.id]) {
      await refuses(() => send(project.server, { team_id }), 404, 'TEAM_NOT_FOUND');
      await refuses(() => send(alice.client, { team_id }), 404, 'TEAM_MEMBERSHIP_NOT_FOUND');
    }
    await losePermissions();
    const answer = await refuses(() => send(alice.client), 401, 'TEAM_PERMISSION_REQUIRED');
    expect(answer.body.details).toEqual({ team_id: team.id, user_id: alice.id, permission_id: '$invite_members' });
  });
});

describe('a restricted user', () => {
  it('sends no invitations, whatever header it sends', async () => {
    const strict = await server.createProject({ require_email_verification: true });
    const user = await strict.createUser({ primary_email: 'new@example.com', primary_email_verified: false });
    const { id } = await strict.createTeam(user);
    for (const header of ['x-stack-allow-restricted-user', 'x-stack-allow-anonymous-user']) {
      await refuses(
        () => send({ ...user.client, [header]: 'true' }, { team_id: id }),
        403,
        'RESTRICTED_USER_NOT_ALLOWED',
      );
    }
    expect((await send(strict.server, { team_id: id })).status).toBe(200);
  });
});

describe('the invitations that a team has sent', () => {
  it('are listed newest first, while they are open', async () => {
    await invite({ email: 'first@example.com' });
    server.clock.advance({ minutes: 1 });
    await invite({ email: 'second@example.com' });
    const addresses = async () =>
      (await list(alice.client, `team_id=${team.id}`)).map((item: { recipient_email: string }) => item.recipient_email);
    expect(await addresses()).toEqual(['second@example.com', 'first@example.com']);
    server.clock.advance({ days: 7 });
    alice = await project.signIn(alice.id);
    expect(await addresses()).toEqual([]);
  });

  it('come page by page when asked to, each once', async () => {
    for (const name of ['a', 'b', 'c']) await invite({ email: `${name}@example.com` });
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const from: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const { body } = await server.call(alice.client, 'GET', `/team-invitations?team_id=${team.id}&limit=2${from}`);
      seen.push(...body.items.map((item: { recipient_email: string }) => item.recipient_email));
      cursor = body.pagination.next_cursor;
    } while (cursor !== null);
    expect(seen.sort()).toEqual(['a@example.com', 'b@example.com', 'c@example.com']);
  });

  it('are for members with $invite_members and for the server', async () => {
    await invite();
    const path = `/team-invitations?team_id=${team.id}`;
    await refuses(() => server.call(bob.client, 'GET', path), 404, 'TEAM_MEMBERSHIP_NOT_FOUND');
    await refuses(() => server.call(project.client, 'GET', path), 401, 'USER_AUTHENTICATION_REQUIRED');
    expect(await list(other.server, `team_id=${team.id}`)).toEqual([]);
    await losePermissions();
    await refuses(() => server.call(alice.client, 'GET', path), 401, 'TEAM_PERMISSION_REQUIRED');
  });

  it.each(['', 'team_id=x', `team_id=${unknownId}&user_id=me`, 'limit=5'])('refuse ?%s', async (query) => {
    await refuses(() => server.call(project.server, 'GET', `/team-invitations?${query}`), 400, 'SCHEMA_ERROR');
  });
});

describe('the invitations that a user has received', () => {
  it('are those to the addresses that the user has verified', async () => {
    await invite();
    await invite({ email: 'carol@example.com' });
    const carol = await project.createUser({ primary_email: 'carol@example.com', primary_email_verified: false });
    const [received] = await list(bob.client, 'user_id=me');
    expect(received).toMatchObject({
      team_id: team.id,
      team_display_name: 'Rocket',
      recipient_email: 'bob@example.com',
    });
    expect(await list(project.server, `user_id=${bob.id}`)).toEqual([received]);
    expect(await list(carol.client, 'user_id=me')).toEqual([]);
    expect(await list(alice.client, 'user_id=me')).toEqual([]);
    expect(await list(other.server, `user_id=${bob.id}`)).toEqual([]);
  });

  it('are shown to nobody else', async () => {
    const path = `/team-invitations?user_id=${bob.id}`;
    await refuses(() => server.call(alice.client, 'GET', path), 403);
    await refuses(() => server.call(project.client, 'GET', path), 401, 'USER_AUTHENTICATION_REQUIRED');
    await refuses(
      () => server.call(project.server, 'GET', '/team-invitations?user_id=me'),
      400,
      'CANNOT_GET_OWN_USER_WITHOUT_USER',
    );
  });
});

describe('revoking an invitation', () => {
  it('kills its link at once', async () => {
    const code = await invite();
    const [{ id }] = await list(alice.client, `team_id=${team.id}`);
    expect((await revoke(alice.client, id)).body).toEqual({ success: true });
    expect(await checkCode(code)).toBe('VERIFICATION_CODE_NOT_FOUND');
    expect(await list(bob.client, 'user_id=me')).toEqual([]);
    await refuses(() => revoke(project.server, id), 404, 'VERIFICATION_CODE_NOT_FOUND');
  });

  it('is for members with $invite_members and for the server, and for the very team', async () => {
    await invite();
    const [{ id }] = await list(alice.client, `team_id=${team.id}`);
    const own = await project.createTeam(bob);
    await refuses(() => revoke(bob.client, id), 404, 'TEAM_MEMBERSHIP_NOT_FOUND');
    await refuses(() => revoke(bob.client, id, own.id), 404, 'VERIFICATION_CODE_NOT_FOUND');
    await refuses(() => revoke(project.client, id), 401, 'USER_AUTHENTICATION_REQUIRED');
    await refuses(() => revoke(other.server, id), 404, 'VERIFICATION_CODE_NOT_FOUND');
    await refuses(() => revoke(project.server, unknownId), 404, 'VERIFICATION_CODE_NOT_FOUND');
    await refuses(() => server.call(project.server, 'DELETE', `/team-invitations/${id}`), 400, 'SCHEMA_ERROR');
    await losePermissions();
    await refuses(() => revoke(alice.client, id), 401, 'TEAM_PERMISSION_REQUIRED');
    expect((await revoke(project.server, id)).status).toBe(200);
  });

  it('reaches no code of another kind', async () => {
    const carol = await project.createUser({ primary_email: 'carol@example.com' });
    await server.call(carol.client, 'POST', '/contact-channels/send-verification-code', {
      email: 'carol@example.com',
      callback_url,
    });
    const { verification_codes } = (await server.snapshot(['verification_codes'])) as {
      verification_codes: { id: string; project_id: string }[];
    };
    const code = verification_codes.find(({ project_id }) => project_id === project.id);
    await refuses(() => revoke(project.server, code?.id ?? ''), 404, 'VERIFICATION_CODE_NOT_FOUND');
  });
});

describe('with rate limits', () => {
  let limited: TestServer;
  let inviter: TestUser;
  let inLimited: TestProject;

  beforeAll(async () => {
    limited = await startTestServer({ rateLimits: true });
    inLimited = await limited.createProject();
    inviter = await inLimited.createUser();
  });
  afterAll(() => limited.close());

  const sendTo = (caller: TestCaller, email: string, team_id: string) =>
    limited.call(caller, 'POST', '/team-invitations/send-code', { email, team_id, callback_url });

  it('one mailbox gets few invitations, whoever sends them', async () => {
    const { id } = await inLimited.createTeam(inviter);
    const statuses: number[] = [];
    for (let count = 0; count < 7; count += 1) {
      statuses.push((await sendTo(count % 2 ? inviter.client : inLimited.server, 'flooded@example.com', id)).status);
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
    const refused = await sendTo(inLimited.server, 'FLOODED@example.com', id);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    const { mails } = (await limited.snapshot(['mails'])) as { mails: { recipient: string }[] };
    expect(mails.filter(({ recipient }) => recipient === 'flooded@example.com')).toHaveLength(5);
    expect((await sendTo(inviter.client, 'free@example.com', id)).status).toBe(200);
  });

  it('one member sends only so many', async () => {
    const member = await inLimited.createUser();
    const { id } = await inLimited.createTeam(member);
    const statuses = new Set<number>();
    for (let count = 0; count < 50; count += 1) {
      statuses.add((await sendTo(member.client, `invited-${count}@example.com`, id)).status);
    }
    expect([...statuses]).toEqual([200]);
    expect((await sendTo(member.client, 'one-more@example.com', id)).status).toBe(429);
    expect((await sendTo(inLimited.server, 'one-more@example.com', id)).status).toBe(200);
  });
});
