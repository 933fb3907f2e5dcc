import { setTimeout as pause } from 'node:timers/promises';
import PgBoss from 'pg-boss';
import type { Pool } from '../database/database.ts';
import { executeText } from '../database/execute-text.ts';
import { isDatabaseUnavailable } from '../database/is-database-unavailable.ts';
import { withLock } from '../database/with-lock.ts';
import { jobNames, type Jobs } from './jobs.ts';
import { describeError, type Logger } from './logger.ts';

/** Ten more tries with growing pauses, 9 to 17 hours in all, in which a mail server can come back. */
const retries = { retryLimit: 10, retryDelay: 30, retryBackoff: true };

/** Once a second; as many as can each wait for a mail server's time limits before they count as lost, in 15 minutes. */
const fetching = { pollingIntervalSeconds: 1, batchSize: 10 };

/** A number of our own choice. */
const queuesLock = 5_272_194_301_417_003n;

/** Jobs kept by pg-boss in the schema `pgboss` of the same database. */
export async function createJobs(pool: Pool, logger: Logger): Promise<Jobs> {
  const boss = new PgBoss({ db: { executeSql: (text, values) => execute(text, values) } });
  boss.on('error', (error) => logger.warn(describeError(error), 'background jobs: the database did not answer'));
  let execute = (text: string, values: unknown[]) => pool.query(text, values);
  // Nodes that make queues at the same moment end in a deadlock, whatever the names.
  await withLock(pool, queuesLock, async () => {
    await boss.start();
    for (const name of jobNames) await boss.createQueue(name, { name, policy: 'standard', ...retries });
  });
  const stopping = new AbortController();
  execute = (text, values) => executeInTheEnd(pool, { text, values }, stopping.signal);

  return {
    async enqueue(db, name, data) {
      await boss.insert(
        data.map((one) => ({ name, data: one })),
        { db: { executeSql: (text, values) => executeText(db, text, values) } },
      );
    },
    async work(name, handler) {
      await boss.work(name, { includeMetadata: true, ...fetching }, async (jobs) => {
        for (const { id, data, retryCount, retryLimit } of jobs) {
          try {
            await handler(data, { isLastTry: retryCount >= retryLimit });
          } catch (error) {
            logger.warn({ job: name, ...describeError(error) }, 'a background job failed');
            // Here and not by throwing, which would fail the jobs fetched together with it as well.
            await boss.fail(name, id, error instanceof Error ? { message: error.message } : {});
          }
        }
      });
    },
    async schedule(name, cron) {
      await boss.schedule(name, cron);
    },
    async stop() {
      await boss.stop({ graceful: true, timeout: 5_000, wait: true });
      stopping.abort();
    },
  };
}

/**
 * Waits out a database that is away: pg-boss does not look at what becomes of some of its statements, and one that failed
 * would end the process. After the end nobody waits for an answer, so there is none.
 */
async function executeInTheEnd(pool: Pool, statement: { text: string; values: unknown[] }, stopping: AbortSignal) {
  for (;;) {
    try {
      return await pool.query(statement);
    } catch (error) {
      if (stopping.aborted) return new Promise<never>(() => undefined);
      if (!isDatabaseUnavailable(error)) throw error;
      await pause(1_000, undefined, { ref: false });
    }
  }
}
