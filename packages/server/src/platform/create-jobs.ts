import PgBoss from 'pg-boss';
import type { Pool } from '../database/database.ts';
import { executeText } from '../database/execute-text.ts';
import { withLock } from '../database/with-lock.ts';
import { jobNames, type Jobs } from './jobs.ts';
import { describeError, type Logger } from './logger.ts';

/** Ten tries with growing pauses: about a day in which a mail server can come back. */
const retries = { retryLimit: 10, retryDelay: 30, retryBackoff: true };

/** A number of our own choice. */
const queuesLock = 5_272_194_301_417_003n;

/** Jobs kept by pg-boss in the schema `pgboss` of the same database. */
export async function createJobs(pool: Pool, logger: Logger): Promise<Jobs> {
  const boss = new PgBoss({ db: { executeSql: (text, values) => pool.query(text, values) } });
  boss.on('error', (error) => logger.warn(describeError(error), 'background jobs: the database did not answer'));
  // Nodes that make queues at the same moment end in a deadlock, whatever the names.
  await withLock(pool, queuesLock, async () => {
    await boss.start();
    for (const name of jobNames) await boss.createQueue(name, { name, policy: 'standard', ...retries });
  });
  return {
    async enqueue(db, name, data) {
      await boss.insert(
        data.map((one) => ({ name, data: one })),
        { db: { executeSql: (text, values) => executeText(db, text, values) } },
      );
    },
    async work(name, handler) {
      await boss.work(name, { includeMetadata: true, pollingIntervalSeconds: 1 }, async (jobs) => {
        for (const job of jobs) await handler(job.data, { isLastTry: job.retryCount >= job.retryLimit });
      });
    },
    async schedule(name, cron) {
      await boss.schedule(name, cron);
    },
    async stop() {
      await boss.stop({ graceful: true, timeout: 5_000, wait: true });
    },
  };
}
