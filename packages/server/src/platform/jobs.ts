import type { Db } from '../database/database.ts';

/** The kinds of background work there are. */
export const jobNames = ['deliver-mail', 'delete-expired'] as const;

/** One of them. */
export type JobName = (typeof jobNames)[number];

/** Work that survives a kill: kept in the database, done once by whichever node is free, tried again when it fails. */
export interface Jobs {
  /** Queues jobs in the caller's transaction: they are done if, and only if, the transaction commits. */
  enqueue(db: Db, name: JobName, data: readonly object[]): Promise<void>;
  work(name: JobName, handler: (data: unknown, attempt: { isLastTry: boolean }) => Promise<void>): Promise<void>;
  /** Queues a job by the clock; `cron` is in UTC. */
  schedule(name: JobName, cron: string): Promise<void>;
  stop(): Promise<void>;
}
