import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres } from '@latchkey/server';
import type { Cluster } from './debian-cluster.ts';

/** A throw-away cluster of the PostgreSQL that Latchkey brings along. */
export async function startEmbeddedCluster(): Promise<Cluster> {
  const folder = mkdtempSync(path.join(tmpdir(), 'latchkey-test-'));
  chmodSync(folder, 0o755);
  const postgres = await startEmbeddedPostgres({ dataDirectory: folder });
  return {
    connection: postgres.connection,
    async stop() {
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
