import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openApplication, type Application } from './testing/application.ts';
import { makeDataFolder } from './testing/data-folder.ts';
import { descendantsOf, isRunning, processesOn, until } from './testing/processes.ts';
import { startLatchkey } from './testing/start-latchkey.ts';
import { Acknowledgements, startWritingClients } from './testing/writing-clients.ts';

const kills = 20;
/** Between a few acknowledgements and a few hundred. */
const writesBeforeAKill = 25;
const longestPauseBeforeAKillInMilliseconds = 100;
/** Bounds a hang. */
const limit = { timeout: 600_000 };

it(`loses nothing acknowledged in ${kills} kills of the server in the middle of writes`, limit, async () => {
  const dataFolder = makeDataFolder();
  let server = await startLatchkey({ dataFolder });
  const { applicationEnvironment } = server;
  const userId = await openApplication(applicationEnvironment).createUser();
  const acknowledgements = new Acknowledgements();
  const outages: number[] = [];

  for (let kill = 0; kill < kills; kill += 1) {
    const application = openApplication(applicationEnvironment, server.url);
    const clients = startWritingClients({ application, userId, acknowledgements });
    await clients.acknowledged(writesBeforeAKill);
    await pauseForAMoment();
    await server.end('SIGKILL');
    const killedAt = performance.now();
    await clients.stop();
    expect(clients.refusals.filter((refusal) => refusal !== null)).toEqual([]);

    server = await startLatchkey({ dataFolder });
    outages.push(performance.now() - killedAt);
    expect(server.errors()).toBe('');
    await expectNothingLost(openApplication(applicationEnvironment, server.url), acknowledgements);
  }
  report('the server, which is then started again', acknowledgements, outages);
});

it.each([
  ['the postmaster', (postmaster: number) => postmaster],
  ['a process of PostgreSQL', (postmaster: number) => oneOf(descendantsOf(postmaster))],
])(`loses nothing acknowledged in ${kills} kills of %s, and is back by itself`, limit, async (name, chooseVictim) => {
  const dataFolder = makeDataFolder();
  const server = await startLatchkey({ dataFolder });
  const application = openApplication(server.applicationEnvironment);
  const userId = await application.createUser();
  const acknowledgements = new Acknowledgements();
  const outages: number[] = [];

  for (let kill = 0; kill < kills; kill += 1) {
    const clients = startWritingClients({ application, userId, acknowledgements });
    await clients.acknowledged(writesBeforeAKill);
    await pauseForAMoment();
    const victim = chooseVictim(postmasterOf(dataFolder));
    process.kill(victim, 'SIGKILL');
    const killedAt = performance.now();
    await until(() => !isRunning(victim) && clients.refusals.length > 0);
    await clients.acknowledged(1);
    outages.push(performance.now() - killedAt);
    await clients.acknowledged(writesBeforeAKill);
    await clients.stop();

    for (const refusal of clients.refusals) {
      expect(refusal).toMatchObject({ status: 503 });
      expect(Number(refusal?.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    await expectNothingLost(application, acknowledgements);
  }
  expect(isRunning(server.pid)).toBe(true);
  report(name, acknowledgements, outages);
});

async function expectNothingLost(application: Application, { keys, revocations }: Acknowledgements): Promise<void> {
  expect(await countVerdicts(application, [...keys.values()])).toEqual({ valid: keys.size });
  expect(await countVerdicts(application, [...revocations.values()])).toEqual({ revoked: revocations.size });
}

async function countVerdicts(application: Application, keys: string[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  const waiting = keys.values();
  const check = async () => {
    for (const key of waiting) {
      const verdict = await application.verdictOn(key);
      counts[verdict] = (counts[verdict] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: 16 }, check));
  return counts;
}

function postmasterOf(dataFolder: string): number {
  return oneOf(processesOn(join(dataFolder, 'postgres', 'cluster')));
}

function oneOf(pids: number[]): number {
  const pid = pids[Math.floor(Math.random() * pids.length)];
  if (pid === undefined) throw new Error('there is no process to choose from');
  return pid;
}

function pauseForAMoment(): Promise<void> {
  return pause(Math.random() * longestPauseBeforeAKillInMilliseconds);
}

function report(victim: string, { keys, revocations }: Acknowledgements, outagesInMilliseconds: number[]): void {
  const seconds = (Math.max(...outagesInMilliseconds) / 1_000).toFixed(2);
  console.info(
    `${outagesInMilliseconds.length} kills of ${victim}: ${keys.size} keys and ${revocations.size} revocations kept, longest outage ${seconds} s`,
  );
}
