import { inject } from 'vitest';
import { runSql } from './run-sql.ts';

/** An empty database in the cluster of this test run, for a server that is given a `DATABASE_URL`. */
export interface TestDatabase {
  url: string;
  runSql(statement: string): Promise<Record<string, unknown>[]>;
}

let databases = 0;

/** Stays until the cluster of the test run goes. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const cluster = inject('cluster');
  const database = `empty_${process.pid}_${(databases += 1)}`;
  await runSql({ ...cluster, database: 'postgres' }, `create database ${database}`);
  const { user, password, host, port } = cluster;
  return {
    // The socket's folder as a parameter: a path has no place in the part of a URL that names the host.
    url: `postgres://${user}:${password}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`,
    runSql: (statement) => runSql({ ...cluster, database }, statement),
  };
}
