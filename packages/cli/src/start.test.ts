import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openApplication, succeed } from './testing/application.ts';
import { makeDataFolder } from './testing/data-folder.ts';
import { freePort, loopbackAddresses } from './testing/free-port.ts';
import { descendantsOf, isRunning, processesOn, until } from './testing/processes.ts';
import { beginSlowRequest, type SlowRequest } from './testing/slow-request.ts';
import { beginStart, startLatchkey, type StartedLatchkey } from './testing/start-latchkey.ts';

async function beginKeyCreation(latchkey: StartedLatchkey): Promise<SlowRequest> {
  const { STACK_PROJECT_ID = '', STACK_SECRET_SERVER_KEY = '' } = latchkey.applicationEnvironment;
  const user_id = await openApplication(latchkey.applicationEnvironment).createUser();
  return beginSlowRequest(
    `${latchkey.url}/api/v1/user-api-keys`,
    {
      'x-stack-access-type': 'server',
      'x-stack-project-id': STACK_PROJECT_ID,
      'x-stack-secret-server-key': STACK_SECRET_SERVER_KEY,
    },
    { user_id, description: 'in flight', expires_at_millis: null },
  );
}

function urlOf({ port }: StartedLatchkey, address: string): string {
  return `http://${address.includes(':') ? `[${address}]` : address}:${port}`;
}

async function isReachable(url: string): Promise<boolean> {
  return fetch(`${url}/health`).then(
    (answer) => answer.ok,
    () => false,
  );
}

describe('a fresh start', () => {
  it('prints the address, a link that claims it and what an application needs, all of which work', async () => {
    const latchkey = await startLatchkey({ dataFolder: makeDataFolder() });
    expect(latchkey.url).toBe(`http://localhost:${latchkey.port}`);
    expect(latchkey.claimCode).toMatch(/^[0-9a-z]{45}$/);
    expect(latchkey.output()).toContain(`${latchkey.url}/claim#code=${latchkey.claimCode}`);
    expect(Object.keys(latchkey.applicationEnvironment)).toEqual([
      'STACK_API_URL',
      'STACK_PROJECT_ID',
      'STACK_PUBLISHABLE_CLIENT_KEY',
      'STACK_SECRET_SERVER_KEY',
    ]);
    expect((await fetch(latchkey.url)).status).toBe(200);
    expect((await fetch(`${latchkey.url}/docs`)).status).toBe(200);
    const application = openApplication(latchkey.applicationEnvironment);
    const { body } = succeed(await application.createKey(await application.createUser()));
    expect(await application.verdictOn(body.value)).toBe('valid');
    expect(latchkey.errors()).toBe('');
  });

  it('serves localhost in each loopback family that there is, and no other address', async () => {
    const latchkey = await startLatchkey({ dataFolder: makeDataFolder() });
    for (const address of loopbackAddresses) expect(await isReachable(urlOf(latchkey, address))).toBe(true);
    expect(await isReachable(`http://127.0.0.2:${latchkey.port}`)).toBe(false);
  });
});

describe.each(['SIGTERM', 'SIGINT'] as const)('%s', (signal) => {
  it.each(loopbackAddresses)(
    'answers what has begun on %s, stops the database, complains of nothing and succeeds',
    async (address) => {
      const latchkey = await startLatchkey({ dataFolder: makeDataFolder() });
      const url = urlOf(latchkey, address);
      const database = descendantsOf(latchkey.pid);
      const inFlight = await beginKeyCreation({ ...latchkey, url });
      const exit = latchkey.end(signal);
      await until(async () => !(await isReachable(url)));
      expect(await inFlight.finish()).toBe(200);
      expect(await exit).toEqual({ code: 0, signal: null });
      expect(latchkey.errors()).toBe('');
      expect(database.length).toBeGreaterThan(3);
      expect(database.filter(isRunning)).toEqual([]);
    },
  );

  it('during the start leaves nothing running', async () => {
    const dataFolder = makeDataFolder();
    const command = beginStart({ dataFolder, port: await freePort() });
    await until(() => processesOn(dataFolder).length > 0);
    expect(await command.end(signal)).toEqual({ code: 0, signal: null });
    expect(command.output() + command.errors()).toBe('');
    expect(processesOn(dataFolder)).toEqual([]);
  });
});

describe('a client that never finishes its request', () => {
  it('does not keep the server from stopping', async () => {
    const latchkey = await startLatchkey({ dataFolder: makeDataFolder() });
    await beginKeyCreation(latchkey);
    expect(await latchkey.end('SIGTERM')).toEqual({ code: 0, signal: null });
    expect(latchkey.errors()).toBe('');
  });

  it('is not waited for after a second Ctrl-C', async () => {
    const dataFolder = makeDataFolder();
    const latchkey = await startLatchkey({ dataFolder });
    await beginKeyCreation(latchkey);
    const exit = latchkey.end('SIGINT');
    await until(async () => !(await isReachable(latchkey.url)));
    await pause(1_100); // Sooner, it would be the same press of the keys.
    process.kill(latchkey.pid, 'SIGINT');
    expect(await exit).toEqual({ code: 130, signal: null });
    await until(() => processesOn(dataFolder).length === 0);
  });
});

describe('a restart', () => {
  it('shows no key of the first project again, and a new claim code', async () => {
    const dataFolder = makeDataFolder();
    const first = await startLatchkey({ dataFolder });
    await first.end('SIGTERM');
    const second = await startLatchkey({ dataFolder });
    expect(second.applicationEnvironment).toEqual({});
    expect(second.output()).toContain(`The first project is ${first.applicationEnvironment.STACK_PROJECT_ID}.`);
    expect(second.claimCode).toMatch(/^[0-9a-z]{45}$/);
    expect(second.claimCode).not.toBe(first.claimCode);
  });

  it.each([
    ['the server', ({ server }: Killable) => [server]],
    ['the database, then the server', ({ server, postmaster }: Killable) => [postmaster, server]],
    ['the server, then the database', ({ server, postmaster }: Killable) => [server, postmaster]],
  ])('after kill -9 of %s just works, and has what was acknowledged', async (_case, victims) => {
    const dataFolder = makeDataFolder();
    const first = await startLatchkey({ dataFolder });
    const application = openApplication(first.applicationEnvironment);
    const { body } = succeed(await application.createKey(await application.createUser()));
    const [postmaster = 0] = processesOn(join(dataFolder, 'postgres', 'cluster'));
    for (const pid of victims({ server: first.pid, postmaster })) process.kill(pid, 'SIGKILL');
    expect(await first.exit).toEqual({ code: null, signal: 'SIGKILL' });

    const second = await startLatchkey({ dataFolder });
    expect(second.errors()).toBe('');
    expect(await openApplication(first.applicationEnvironment, second.url).verdictOn(body.value)).toBe('valid');
    await second.end('SIGTERM');
    expect(processesOn(dataFolder)).toEqual([]);
  });
});

interface Killable {
  server: number;
  postmaster: number;
}
