import type { Db } from '../../database/database.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Clock } from '../../platform/clock.ts';
import { describeError, type Logger } from '../../platform/logger.ts';
import type { CheckOutcome, UsageRecorder } from '../../platform/usage-recorder.ts';
import { UsageBatch } from './usage-batch.ts';
import { writeUsage } from './write-usage.queries.ts';

const hourMillis = 60 * 60 * 1_000;

export interface UsageCollectorOptions {
  /** From the first thing recorded to the write; null: only when told to flush. */
  flushAfterMillis: number | null;
  /** Distinct counts of keys that are held in memory, about 300 bytes each; more are written at once. */
  maxKeyCounts: number;
}

export const defaultUsageCollectorOptions: UsageCollectorOptions = { flushAfterMillis: 2_000, maxKeyCounts: 50_000 };

/**
 * Counts uses in memory and writes them in batches, so that a check writes nothing and waits for nothing. What a batch that
 * could not be written holds is written with the next one. A node that is killed loses what it counted since the last
 * write (docs/adr/0011-usage-counters.md).
 */
export class UsageCollector implements UsageRecorder {
  readonly #deps: { db: Db; clock: Clock; logger: Logger };
  readonly #options: UsageCollectorOptions;
  #batch: UsageBatch;
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();
  #isWriting = false;
  #isFailing = false;

  constructor(deps: { db: Db; clock: Clock; logger: Logger }, options = defaultUsageCollectorOptions) {
    this.#deps = deps;
    this.#options = options;
    this.#batch = this.#newBatch();
  }

  recordCheck(check: { projectId: string; apiKeyId: string | null; outcome: CheckOutcome }): void {
    const lastAt = this.#deps.clock.now().getTime();
    this.#batch.addChecks({ ...check, hour: lastAt - (lastAt % hourMillis), checks: 1, lastAt });
    this.#wake();
  }

  recordRequest(projectId: string, key: { kind: string; hash: string } | null): void {
    this.#batch.addRequest({ projectId, key, lastAt: this.#deps.clock.now().getTime() });
    this.#wake();
  }

  /** Writes what was recorded until now. Rejects when the database does not take it, which then stays for the next time. */
  flush(): Promise<void> {
    const written = this.#writing.then(() => this.#write());
    this.#writing = written.catch(() => undefined);
    return written;
  }

  /** Writes what there is for the last time. */
  async close(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#tryToFlush();
    clearTimeout(this.#timer);
  }

  #wake(): void {
    if (this.#batch.isFull && !this.#isWriting && !this.#isFailing) void this.#tryToFlush();
    else this.#flushLater();
  }

  #flushLater(): void {
    const { flushAfterMillis } = this.#options;
    if (this.#timer !== undefined || flushAfterMillis === null) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#tryToFlush();
    }, flushAfterMillis).unref();
  }

  /** Tells of a database that is away once, not at every try. */
  async #tryToFlush(): Promise<void> {
    const wasFailing = this.#isFailing;
    await this.flush().catch((error: unknown) => {
      if (!wasFailing) this.#deps.logger.warn(describeError(error), 'usage could not be written, and waits in memory');
    });
  }

  async #write(): Promise<void> {
    const batch = this.#batch;
    if (batch.isEmpty) return;
    this.#batch = this.#newBatch();
    this.#isWriting = true;
    try {
      await inTransaction(this.#deps.db, (db) => writeUsage(db, batch));
      this.#isFailing = false;
    } catch (error) {
      this.#isFailing = true;
      batch.add(this.#batch);
      this.#batch = batch;
      this.#flushLater();
      throw error;
    } finally {
      this.#isWriting = false;
    }
  }

  #newBatch(): UsageBatch {
    return new UsageBatch(this.#options.maxKeyCounts);
  }
}
