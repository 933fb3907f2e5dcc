import PgBoss from 'pg-boss';
import type { Pool } from '../database/database.ts';
import { executeText } from '../database/execute-text.ts';
import type { Jobs } from './jobs.ts';
import { describeError, type Logger } from './logger.ts';

/** Ten tries with growing pauses: about a day in which a mail server can come back. */
const retries = { retryLimit: 10, retryDelay: 30, retryBackoff: true };

/** Jobs kept by pg-boss in the schema `pgboss` of the same database. */
export async function createJobs(pool: Pool, logger: Logger): Promise<Jobs> {
  const boss = new PgBoss({ db: { executeSql: (text, values) => pool.query(text, values) } });
  boss.on('error', (error) => logger.warn(describeError(error), 'background jobs: the database did not answer'));
  await boss.start();
  const queues = new Set<string>();
  const ensureQueue = async (name: string): Promise<void> => {
    if (queues.has(name)) return;
    await boss.createQueue(name, { name, policy: 'standard', ...retries });
    queues.add(name);
  };
  return {
    async enqueue(db, name, data) {
      await ensureQueue(name);
      await boss.insert(
        data.map((one) => ({ name, data: one })),
        { db: { executeSql: (text, values) => executeText(db, text, values) } },
      );
    },
    async work(name, handler) {
      await ensureQueue(name);
      await boss.work(name, { includeMetadata: true, pollingIntervalSeconds: 1 }, async (jobs) => {
        for (const job of jobs) await handler(job.data, { isLastTry: job.retryCount >= job.retryLimit });
      });
    },
    async schedule(name, cron) {
      await ensureQueue(name);
      await boss.schedule(name, cron);
    },
    async stop() {
      await boss.stop({ graceful: true, timeout: 5_000, wait: true });
    },
  };
}
