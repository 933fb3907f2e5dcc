import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres, startServer } from '@latchkey/server';
import pg from 'pg';
import { seed } from '../../../bench/src/seed.js';
import { freePort } from '../../../packages/cli/src/testing/free-port.ts';
import { createProject } from '../../../tools/examples/create-project.ts';

/** A server with a project in it that looks as after months of use. */
export interface LivelyLatchkey {
  url: string;
  projectId: string;
  stop(): Promise<void>;
}

const size = { users: 480, teams: 32, keys: 900 };

/** Starts a server from its sources, on a database of its own, and fills a project. */
export async function startLivelyLatchkey(): Promise<LivelyLatchkey> {
  const folder = await mkdtemp(path.join(tmpdir(), 'latchkey-screenshots-'));
  // Started as root, PostgreSQL runs under another user id, who has to get through to the data folder.
  await chmod(folder, 0o755);
  const postgres = await startEmbeddedPostgres({ dataDirectory: path.join(folder, 'data') });
  const { host, port, user, password, database } = postgres.connection;
  const server = await startServer({
    PORT: String(await freePort()),
    DATABASE_URL: `postgres://${user}:${password}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`,
    LATCHKEY_SECRET: 'a secret of the screenshots that is long enough',
  });
  const stop = async (): Promise<void> => {
    await server.stop();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const { claimCode } = server.installation;
    if (claimCode === null) throw new Error('The installation was claimed already.');
    const { id } = await createProject({ url: server.url, claimCode, stop }, 'Northwind');
    const connection = new pg.Client(postgres.connection);
    await connection.connect();
    await seed(connection, id, size, () => {});
    await connection.query(firstRequest, [id]);
    await connection.end();
    return { url: server.url, projectId: id, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const firstRequest = `
  insert into project_uses (project_id, last_request_at) values ($1, now() - interval '20 seconds')
  on conflict (project_id) do update set last_request_at = excluded.last_request_at`;
