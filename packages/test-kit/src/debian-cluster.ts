import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** How tests reach a PostgreSQL. */
export interface ClusterConnection {
  host: string;
  port: number;
  user: string;
  password: string;
}

export interface Cluster {
  connection: ClusterConnection;
  stop(): Promise<void>;
}

const binaries = '/usr/lib/postgresql/15/bin';

/** PostgreSQL refuses to run as root; its package brings a user for it. */
function unprivilegedUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const [uid, gid] = ['-u', '-g'].map((option) =>
    Number(execFileSync('id', [option, 'postgres'], { encoding: 'utf8' })),
  );
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

/** A throw-away cluster of Debian's PostgreSQL 15, in a folder of its own, on a unix socket only. */
export async function startDebianCluster(): Promise<Cluster> {
  const folder = mkdtempSync(path.join(tmpdir(), 'latchkey-test-'));
  const user = unprivilegedUser();
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o755);
  const data = path.join(folder, 'data');
  const options = { ...user, cwd: folder, stdio: 'ignore' as const };
  execFileSync(
    `${binaries}/initdb`,
    ['-D', data, '-U', 'latchkey', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    options,
  );
  const settings = ['listen_addresses=', `unix_socket_directories=${folder}`, 'fsync=off', 'max_connections=200'];
  const server = spawn(
    `${binaries}/postgres`,
    ['-D', data, ...settings.flatMap((setting) => ['-c', setting])],
    options,
  );
  const connection = { host: folder, port: 5432, user: 'latchkey', password: '' };
  await untilReady(connection);
  return {
    connection,
    async stop() {
      server.kill('SIGINT');
      await once(server, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function untilReady(connection: ClusterConnection): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    const client = new pg.Client({ ...connection, database: 'postgres' });
    try {
      await client.connect();
      return;
    } catch (error) {
      if (attempt === 200) throw error;
      await pause(50);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
