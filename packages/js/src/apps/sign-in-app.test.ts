import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import { startTestServer, type TestProject, type TestServer } from '@latchkey/test-kit';
import type { KnownError } from '../errors/known-error.ts';
import { openClientApp, openServerApp } from '../testing/open-apps.ts';

const password = 'correct horse battery';
const callbackUrl = 'http://localhost:3000/callback';

let server: TestServer;
let project: TestProject;
let people = 0;

beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject({ client_team_creation_enabled: true });
});
afterAll(() => server.close());

async function signUp(of = project) {
  const app = openClientApp(server, of);
  const email = `person-${(people += 1)}@example.com`;
  await app.signUpWithCredential({ email, password, verificationCallbackUrl: callbackUrl });
  // Mails of one moment have no order.
  server.clock.advance({ seconds: 1 });
  return { app, email };
}

/** The code in the link of the last mail to an address. */
async function mailedCode(to: string): Promise<string> {
  const mail = (await server.mails()).findLast((candidate) => candidate.to === to);
  const [link = ''] = /http:\/\/localhost:3000\S+/.exec(mail?.text ?? '') ?? [];
  return new URL(link).searchParams.get('code') ?? '';
}

describe('signing in and up', () => {
  it('answers what a form shows as a value, with the error of that name', async () => {
    const { email } = await signUp();
    const app = openClientApp(server, project);
    const mismatch = await app.signInWithCredential({ email, password: 'wrong' });
    expect(mismatch).toMatchObject({ status: 'error', error: { code: 'EMAIL_PASSWORD_MISMATCH' } });
    if (mismatch.status === 'error') {
      expectTypeOf(mismatch.error).toExtend<KnownError<'EMAIL_PASSWORD_MISMATCH' | 'RESTRICTED_USER_NOT_ALLOWED'>>();
    }
    const taken = await app.signUpWithCredential({ email, password, noVerificationCallback: true });
    expect(taken).toMatchObject({ status: 'error', error: { code: 'USER_EMAIL_ALREADY_EXISTS', details: { email } } });
    const short = await app.signUpWithCredential({
      email: 'x@example.com',
      password: 'x',
      noVerificationCallback: true,
    });
    expect(short).toMatchObject({ status: 'error', error: { details: { min_length: 8 } } });
    expect(await app.getUser()).toBeNull();
    expect(await app.signInWithCredential({ email, password })).toEqual({ status: 'ok', data: undefined });
    expect((await app.getUser())?.primaryEmail).toBe(email);
  });

  it('needs a place to keep the session', async () => {
    const app = openClientApp(server, project, null);
    await expect(app.signInWithCredential({ email: 'x@example.com', password })).rejects.toMatchObject({
      code: 'USAGE_ERROR',
    });
  });

  it('is not hindered by a session that has ended', async () => {
    const { email } = await signUp();
    const app = openClientApp(server, project, { accessToken: 'garbage', refreshToken: 'garbage' });
    expect(await app.signInWithCredential({ email, password })).toMatchObject({ status: 'ok' });
    expect((await app.getUser())?.primaryEmail).toBe(email);
  });
});

describe('a code from a mail', () => {
  it('verifies an address, once', async () => {
    const { app, email } = await signUp();
    const code = await mailedCode(email);
    expect((await app.getUser())?.primaryEmailVerified).toBe(false);
    expect(await app.verifyEmail(code)).toMatchObject({ status: 'ok' });
    expect((await app.getUser())?.primaryEmailVerified).toBe(true);
    expect(await app.verifyEmail(code)).toMatchObject({ error: { code: 'VERIFICATION_CODE_ALREADY_USED' } });
    expect(await app.verifyEmail('unknown')).toMatchObject({ error: { code: 'VERIFICATION_CODE_NOT_FOUND' } });
  });

  it('sets a new password, and ends all sessions', async () => {
    const { app, email } = await signUp();
    const visitor = openClientApp(server, project);
    expect(await visitor.sendForgotPasswordEmail(email, { callbackUrl })).toEqual({ status: 'ok', data: undefined });
    const code = await mailedCode(email);
    expect(await visitor.verifyPasswordResetCode(code)).toMatchObject({ status: 'ok' });
    expect(await visitor.resetPassword({ code, password: 'short' })).toMatchObject({
      error: { code: 'PASSWORD_TOO_SHORT' },
    });
    expect(await visitor.resetPassword({ code, password: 'a new password' })).toMatchObject({ status: 'ok' });
    expect(await visitor.verifyPasswordResetCode(code)).toMatchObject({
      error: { code: 'VERIFICATION_CODE_ALREADY_USED' },
    });
    expect(await app.getUser()).toBeNull();
    expect(await visitor.signInWithCredential({ email, password: 'a new password' })).toMatchObject({ status: 'ok' });
  });

  it('makes whoever was invited a member of the team', async () => {
    const [owner, guest] = [await signUp(), await signUp()];
    await guest.app.verifyEmail(await mailedCode(guest.email));
    const team = await (await owner.app.getUser({ or: 'throw' })).createTeam({ displayName: 'Northwind' });
    await team.inviteUser({ email: guest.email, callbackUrl });
    expect(await team.listInvitations()).toMatchObject([{ recipientEmail: guest.email }]);
    const code = await mailedCode(guest.email);

    const visitor = openClientApp(server, project);
    expect(await visitor.getTeamInvitationDetails(code)).toEqual({
      status: 'ok',
      data: { teamDisplayName: 'Northwind' },
    });
    expect(await visitor.verifyTeamInvitationCode(code)).toMatchObject({ status: 'ok' });
    await expect(visitor.acceptTeamInvitation(code)).rejects.toMatchObject({ code: 'USER_AUTHENTICATION_REQUIRED' });
    const stranger = await signUp();
    expect(await stranger.app.acceptTeamInvitation(code)).toMatchObject({
      error: { code: 'TEAM_INVITATION_EMAIL_MISMATCH' },
    });
    expect(await guest.app.acceptTeamInvitation(code)).toMatchObject({ status: 'ok' });
    const user = await guest.app.getUser({ or: 'throw' });
    expect((await user.listTeams()).map(({ displayName }) => displayName)).toEqual(['Northwind']);
    expect(await team.listUsers()).toHaveLength(2);
  });

  it('is not needed for an invitation to a verified address, which can be withdrawn', async () => {
    const [owner, guest] = [await signUp(), await signUp()];
    await guest.app.verifyEmail(await mailedCode(guest.email));
    const team = await (await owner.app.getUser({ or: 'throw' })).createTeam({ displayName: 'Northwind' });
    await team.inviteUser({ email: guest.email, callbackUrl });
    const user = await guest.app.getUser({ or: 'throw' });
    const [invitation] = await user.listTeamInvitations();
    await invitation?.accept();
    expect(await user.listTeams()).toHaveLength(1);

    await team.inviteUser({ email: 'somebody@example.com', callbackUrl });
    await (await team.listInvitations())[0]?.revoke();
    expect(await team.listInvitations()).toEqual([]);
  });
});

describe('a restricted user', () => {
  it('counts only for those who ask for them', async () => {
    const strict = await server.createProject({ require_email_verification: true });
    const { app, email } = await signUp(strict);
    expect(await app.getUser()).toBeNull();
    await expect(app.getUser({ or: 'throw' })).rejects.toMatchObject({ code: 'USER_AUTHENTICATION_REQUIRED' });
    const restricted = await app.getUser({ includeRestricted: true });
    expect(restricted).toMatchObject({ isRestricted: true, restrictedReason: { type: 'email_not_verified' } });
    expect(await app.getPartialUser({ from: 'token' })).toMatchObject({ isRestricted: true, primaryEmail: email });
    const onServer = openServerApp(server, strict);
    const headers = await app.getAuthHeaders();
    expect(await onServer.getUser({ tokenStore: { headers } })).toBeNull();
    expect(await onServer.getUser({ tokenStore: { headers }, includeRestricted: true })).not.toBeNull();

    await app.verifyEmail(await mailedCode(email));
    expect((await app.getUser())?.isRestricted).toBe(false);
  });
});
