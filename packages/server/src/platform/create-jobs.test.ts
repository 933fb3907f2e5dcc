import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startTestServer, type TestServer } from '@latchkey/test-kit';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openDatabase, type OpenDatabase } from '../database/open-database.ts';
import { createJobs } from './create-jobs.ts';
import type { Jobs } from './jobs.ts';

/** The way to PostgreSQL, which can be cut and restored. */
class Cable {
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;
  #isCut = false;

  constructor(socketPath: string) {
    this.#server = createServer((near) => {
      const far = connect(socketPath);
      for (const [socket, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.#sockets.add(socket);
        socket.on('error', () => undefined).once('close', () => other.destroy());
      }
      near.pipe(far).pipe(near);
      if (this.#isCut) near.destroy();
    });
  }

  async open(): Promise<number> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    const address = this.#server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  }

  cut(): void {
    this.#isCut = true;
    for (const socket of this.#sockets) socket.destroy();
    this.#sockets.clear();
  }

  restore(): void {
    this.#isCut = false;
  }

  close(): void {
    this.cut();
    this.#server.close();
  }
}

let server: TestServer;
let cable: Cable;
let database: OpenDatabase;
let jobs: Jobs;

beforeAll(async () => {
  const started = await startTestServer();
  server = started;
  const cluster = inject('cluster');
  cable = new Cable(path.join(cluster.host, `.s.PGSQL.${cluster.port}`));
  const port = await cable.open();
  const connection = { ...cluster, host: '127.0.0.1', port, database: started.database };
  database = openDatabase(connection, 5, () => undefined);
  jobs = await createJobs(database.pool, server.deps.logger);
});
afterAll(async () => {
  await jobs.stop();
  await database.close();
  cable.close();
  await server.close();
});

async function statesOf(name: string): Promise<string[]> {
  const { rows } = await server.deps.pool.query<{ state: string }>('select state from pgboss.job where name = $1', [
    name,
  ]);
  return rows.map(({ state }) => state);
}

it('a job whose database goes away under it is done once the database is back', async () => {
  const cuts: string[] = [];
  await jobs.work('deliver-mail', async () => {
    cable.cut();
    setTimeout(() => cable.restore(), 500);
    cuts.push('cut');
    return Promise.resolve();
  });
  await jobs.enqueue(server.deps.db, 'deliver-mail', [{}]);
  while (!(await statesOf('deliver-mail')).includes('completed')) await pause(50);
  expect(cuts).toEqual(['cut']);
});

it('takes several jobs at once, and the failure of one is not that of the others', async () => {
  const together: number[] = [];
  await jobs.work('delete-expired', async (data) => {
    together.push((await statesOf('delete-expired')).filter((state) => state === 'active').length);
    if ('fails' in (data as object)) throw new Error('on purpose');
  });
  await jobs.enqueue(server.deps.db, 'delete-expired', [{}, { fails: true }, {}]);
  while ((await statesOf('delete-expired')).some((state) => ['created', 'active'].includes(state))) await pause(50);
  expect((await statesOf('delete-expired')).toSorted()).toEqual(['completed', 'completed', 'retry']);
  expect(together[0]).toBe(3);
});
