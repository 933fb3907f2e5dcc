import { readdirSync } from 'node:fs';
import { createTestDatabase, sendRequest } from '@latchkey/test-kit';
import { describe, expect, it } from 'vitest';
import { makeDataFolder } from './testing/data-folder.ts';
import { processesOn } from './testing/processes.ts';
import { type Exit, runLatchkey } from './testing/run-latchkey.ts';
import { startLatchkey, type StartedLatchkey } from './testing/start-latchkey.ts';

const email = 'operator@example.com';
const lostPassword = 'a password that gets lost';
const success: Exit = { code: 0, signal: null };
const refusal: Exit = { code: 1, signal: null };

/** `latchkey operator reset`, with what it says. */
async function reset(environment: Record<string, string>, ...words: string[]) {
  const command = runLatchkey(['operator', 'reset', ...words], { environment });
  const exit = await command.exit;
  const output = command.output();
  return { exit, output, errors: command.errors(), password: /Password: (\S+)/.exec(output)?.[1] ?? '' };
}

async function claim({ url, claimCode }: StartedLatchkey): Promise<{ refresh_token: string }> {
  const body = { code: claimCode, email, password: lostPassword };
  const answer = await sendRequest(`${url}/api/v1/latchkey/claim`, {}, 'POST', body);
  expect(answer.status).toBe(200);
  return answer.body;
}

const internal = { 'x-stack-project-id': 'internal', 'x-stack-access-type': 'client' };

async function signIn({ url }: StartedLatchkey, password: string): Promise<number> {
  const answer = await sendRequest(`${url}/api/v1/auth/password/sign-in`, internal, 'POST', { email, password });
  return answer.status;
}

async function refresh({ url }: StartedLatchkey, refreshToken: string): Promise<number> {
  const caller = { ...internal, 'x-stack-refresh-token': refreshToken };
  return (await sendRequest(`${url}/api/v1/auth/sessions/current/refresh`, caller, 'POST', {})).status;
}

describe('latchkey operator reset', () => {
  it('gives an operator a new password while the server runs, and ends the sessions', async () => {
    const dataFolder = makeDataFolder();
    const latchkey = await startLatchkey({ dataFolder });
    const { refresh_token } = await claim(latchkey);
    expect(await refresh(latchkey, refresh_token)).toBe(200);

    const { exit, output, errors, password } = await reset({ LATCHKEY_DATA_DIR: dataFolder }, email);
    expect(errors).toBe('');
    expect(exit).toEqual(success);
    expect(output).toContain(`${email} has a new password`);
    expect(await signIn(latchkey, lostPassword)).toBe(400);
    expect(await signIn(latchkey, password)).toBe(200);
    expect(await refresh(latchkey, refresh_token)).toBe(401);
    expect(latchkey.errors()).toBe('');
  });

  it('gives an operator a new password while the server is stopped, and leaves nothing running', async () => {
    const dataFolder = makeDataFolder();
    const first = await startLatchkey({ dataFolder });
    await claim(first);
    await first.end('SIGTERM');

    const { exit, errors, password } = await reset({ LATCHKEY_DATA_DIR: dataFolder }, email);
    expect(errors).toBe('');
    expect(exit).toEqual(success);
    expect(processesOn(dataFolder)).toEqual([]);
    const second = await startLatchkey({ dataFolder });
    expect(await signIn(second, lostPassword)).toBe(400);
    expect(await signIn(second, password)).toBe(200);
  });

  it('reaches the database that DATABASE_URL names', async () => {
    const { url } = await createTestDatabase();
    const environment = { DATABASE_URL: url, LATCHKEY_SECRET: 'a secret of 32 characters or more' };
    const latchkey = await startLatchkey({ environment });
    await claim(latchkey);
    const { exit, password } = await reset(environment, email);
    expect(exit).toEqual(success);
    expect(await signIn(latchkey, lostPassword)).toBe(400);
    expect(await signIn(latchkey, password)).toBe(200);
  });

  it('lets in an operator who has tried too often, and takes the address in any case of letters', async () => {
    const dataFolder = makeDataFolder();
    const latchkey = await startLatchkey({ dataFolder });
    await claim(latchkey);
    let status = 400;
    while (status === 400) status = await signIn(latchkey, 'a guess');
    expect(status).toBe(429);
    const { password } = await reset({ LATCHKEY_DATA_DIR: dataFolder }, email.toUpperCase());
    expect(await signIn(latchkey, password)).toBe(200);
  });

  it('lists the operators when none is named, and changes nothing', async () => {
    const dataFolder = makeDataFolder();
    const latchkey = await startLatchkey({ dataFolder });
    const environment = { LATCHKEY_DATA_DIR: dataFolder };
    expect(await reset(environment)).toMatchObject({
      exit: success,
      output: expect.stringContaining('Nobody operates this installation yet'),
    });
    await claim(latchkey);
    expect(await reset(environment)).toMatchObject({ exit: success, output: expect.stringContaining(`  ${email}\n`) });
    expect(await signIn(latchkey, lostPassword)).toBe(200);
  });

  it('refuses an address that no operator has, in one sentence, and changes nothing', async () => {
    const dataFolder = makeDataFolder();
    const latchkey = await startLatchkey({ dataFolder });
    await claim(latchkey);
    expect(await reset({ LATCHKEY_DATA_DIR: dataFolder }, 'stranger@example.com')).toMatchObject({
      exit: refusal,
      output: '',
      errors: 'No operator signs in with stranger@example.com: "latchkey operator reset" lists those who do.\n',
    });
    expect(await signIn(latchkey, lostPassword)).toBe(200);
  });

  it('refuses a folder without an installation, in one sentence, and makes none', async () => {
    const dataFolder = makeDataFolder();
    const { exit, errors } = await reset({ LATCHKEY_DATA_DIR: dataFolder }, email);
    expect(exit).toEqual(refusal);
    expect(errors).toMatch(/^There is no installation in .*[.]\n$/);
    expect(readdirSync(dataFolder)).toEqual([]);
  });

  it('makes no secret for an installation whose own is in the environment of the server', async () => {
    const dataFolder = makeDataFolder();
    const LATCHKEY_SECRET = 'a secret of 32 characters or more';
    await claim(await startLatchkey({ dataFolder, environment: { LATCHKEY_SECRET } }));
    const { exit, errors } = await reset({ LATCHKEY_DATA_DIR: dataFolder }, email);
    expect(exit).toEqual(refusal);
    expect(errors).toMatch(/^The secret of this installation, .*, is missing: .* or set LATCHKEY_SECRET .*[.]\n$/);
    expect((await reset({ LATCHKEY_DATA_DIR: dataFolder, LATCHKEY_SECRET }, email)).exit).toEqual(success);
  });
});
