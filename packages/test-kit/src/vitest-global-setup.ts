import { migrate, openDatabase } from '@latchkey/server';
import type { TestProject } from 'vitest/node';
import { type Cluster, type ClusterConnection, startDebianCluster } from './debian-cluster.ts';
import { startEmbeddedCluster } from './embedded-cluster.ts';

declare module 'vitest' {
  interface ProvidedContext {
    cluster: ClusterConnection;
  }
}

/** A migrated database that each test file gets a copy of. */
export const templateDatabase = 'latchkey_template';

/** Runs once before all tests. `LATCHKEY_TEST_DATABASE=debian-15` runs them on Debian's PostgreSQL instead of our own. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startCluster();
  const admin = openDatabase({ ...cluster.connection, database: 'postgres' }, 1, () => undefined);
  await admin.pool.query(`create database ${templateDatabase}`);
  await admin.close();

  const template = openDatabase({ ...cluster.connection, database: templateDatabase }, 2, () => undefined);
  await migrate(template.db);
  await template.close();
  project.provide('cluster', cluster.connection);
  return () => cluster.stop();
}

function startCluster(): Promise<Cluster> {
  return process.env.LATCHKEY_TEST_DATABASE === 'debian-15' ? startDebianCluster() : startEmbeddedCluster();
}
