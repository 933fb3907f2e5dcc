import type { Pool } from 'pg';

/**
 * Runs `work` while no other node does, on whatever connections: the lock is held by one of its own, and PostgreSQL takes
 * it back when this node goes.
 *
 * @param lock a number that stands for this work; all advisory locks of a database share one space of them
 */
export async function withLock<Result>(pool: Pool, lock: bigint, work: () => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  try {
    await client.query(`select pg_advisory_lock(${lock})`);
    return await work();
  } finally {
    client.release(true); // Ends the connection, and the lock with it, even when that is broken.
  }
}
