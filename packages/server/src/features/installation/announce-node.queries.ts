import type { Pool } from 'pg';

/** A number of our own choice; advisory locks of one database share one space of them. */
const nodesLock = 5_272_194_301_417_002n;

/** A running node, as the others see it. */
export interface NodePresence {
  /** Whether no other node was running when this one came; others that come wait until `settle`. */
  isFirst: boolean;
  settle(): Promise<void>;
  /** From now on other nodes see this one no longer; a node that is killed leaves by itself. */
  leave(): Promise<void>;
}

/**
 * Makes this node known to others on the same database, and tells whether there are any: each holds a shared advisory
 * lock on a connection of its own, which PostgreSQL takes back when the node is gone, however it went.
 *
 * @param onLost told when the connection breaks; then others no longer see this node
 */
export async function announceNode(pool: Pool, onLost: (error: Error) => void): Promise<NodePresence> {
  const client = await pool.connect();
  client.on('error', onLost);
  const leave = (): Promise<void> => Promise.resolve(client.release(true));
  try {
    const { rows } = await client.query<{ locked: boolean }>(`select pg_try_advisory_lock(${nodesLock}) as locked`);
    const isFirst = rows[0]?.locked === true;
    // A second node waits here for the first, so that it finds what that one has written.
    if (!isFirst) await client.query(`select pg_advisory_lock_shared(${nodesLock})`);
    const settle = async (): Promise<void> => {
      if (!isFirst) return;
      await client.query(`select pg_advisory_lock_shared(${nodesLock}), pg_advisory_unlock(${nodesLock})`);
    };
    return { isFirst, settle, leave };
  } catch (error) {
    await leave();
    throw error;
  }
}
