import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestProject, type TestServer } from '@latchkey/test-kit';
import { openClientApp } from '../testing/open-apps.ts';

const password = 'correct horse battery';

let server: TestServer;
let project: TestProject;
let people = 0;

beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject({ client_team_creation_enabled: true, client_user_deletion_enabled: true });
});
afterAll(() => server.close());

async function signUp() {
  const app = openClientApp(server, project);
  const email = `person-${(people += 1)}@example.com`;
  await app.signUpWithCredential({ email, password, noVerificationCallback: true });
  return { app, email, user: await app.getUser({ or: 'throw' }) };
}

describe('the signed-in user', () => {
  it('keeps up with what they change about themselves', async () => {
    const { app, user } = await signUp();
    await user.setDisplayName('Ada');
    await user.setClientMetadata({ theme: 'dark' });
    await user.update({ profileImageUrl: 'https://example.com/ada.png' });
    const expected = {
      displayName: 'Ada',
      clientMetadata: { theme: 'dark' },
      profileImageUrl: 'https://example.com/ada.png',
    };
    expect(user).toMatchObject(expected);
    expect(await app.getUser()).toMatchObject(expected);
  });

  it('shows no secret in logs, JSON and copies', async () => {
    const { user } = await signUp();
    const { accessToken } = await user.getAuthJson();
    expect(JSON.stringify(user) + JSON.stringify({ ...user })).not.toContain(accessToken);
    expect(Object.keys(user)).not.toContain('signOut');
  });

  it('has addresses, of which one is the primary one', async () => {
    const { user, email } = await signUp();
    const added = await user.createContactChannel({ type: 'email', value: `b-${email}`, usedForAuth: false });
    expect((await user.listContactChannels()).map(({ value, isPrimary }) => [value, isPrimary])).toContainEqual([
      email,
      true,
    ]);
    await added.update({ isPrimary: true });
    expect(added).toMatchObject({ value: `b-${email}`, isPrimary: true, isVerified: false });
    await added.sendVerificationEmail({ callbackUrl: 'http://localhost:3000/verify' });
    expect((await server.mails()).map(({ to }) => to)).toContain(`b-${email}`);
    await added.delete();
    expect(await user.listContactChannels()).toHaveLength(1);
  });

  it('changes the password, which ends the other sessions', async () => {
    const { app, user, email } = await signUp();
    const elsewhere = openClientApp(server, project);
    await elsewhere.signInWithCredential({ email, password });
    expect(await user.getActiveSessions()).toHaveLength(2);
    expect(await user.updatePassword({ oldPassword: 'wrong', newPassword: 'a new password' })).toMatchObject({
      code: 'PASSWORD_CONFIRMATION_MISMATCH',
    });
    expect(await user.updatePassword({ oldPassword: password, newPassword: 'short' })).toMatchObject({
      code: 'PASSWORD_TOO_SHORT',
      details: { min_length: 8 },
    });
    expect(await user.updatePassword({ oldPassword: password, newPassword: 'a new password' })).toBeUndefined();
    expect(await elsewhere.getUser()).toBeNull();
    expect(await app.getUser()).not.toBeNull();
  });

  it('ends another session, and not the own one by that way', async () => {
    const { user, email } = await signUp();
    const elsewhere = openClientApp(server, project);
    await elsewhere.signInWithCredential({ email, password });
    const sessions = await user.getActiveSessions();
    const [own, other] = [
      sessions.find((each) => each.isCurrentSession),
      sessions.find((each) => !each.isCurrentSession),
    ];
    await user.revokeSession(other?.id ?? '');
    expect(await elsewhere.getUser()).toBeNull();
    await expect(user.revokeSession(own?.id ?? '')).rejects.toMatchObject({ code: 'CANNOT_DELETE_CURRENT_SESSION' });
  });

  it('appears in a team as they wish, and leaves it', async () => {
    const { user } = await signUp();
    const team = await user.createTeam({ displayName: 'Northwind' });
    const profile = await user.getTeamProfile(team);
    await profile.update({ displayName: 'The Countess' });
    expect(profile.displayName).toBe('The Countess');
    expect(await team.listUsers()).toEqual([
      { id: user.id, teamProfile: { displayName: 'The Countess', profileImageUrl: null } },
    ]);
    await team.update({ displayName: 'Southwind', clientMetadata: { plan: 'free' } });
    expect((await user.getTeam(team.id))?.displayName).toBe('Southwind');
    expect((await user.listPermissions(team)).map(({ id }) => id)).toContain('$manage_api_keys');
    await user.leaveTeam(team);
    expect(await user.listTeams()).toEqual([]);
    expect(await user.getTeam(team.id)).toBeNull();
  });

  it.each(['', '.', '..', 'me', '?', '../users/me'])('has no team %j', async (id) => {
    const { user } = await signUp();
    expect(await user.getTeam(id)).toBeNull();
  });

  it('is nobody after deleting themselves', async () => {
    const { app, user } = await signUp();
    await user.delete();
    expect(await app.getUser()).toBeNull();
  });
});
