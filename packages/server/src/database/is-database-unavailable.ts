import { DatabaseError } from 'pg';

/**
 * SQLSTATE classes of a server that is starting, stopping, gone or full: 08 connection, 57P admin shutdown, 53 resources;
 * and what it says to statements that others were in the way of for too long: 57014 time is up, 40P01 deadlock.
 * Not 08P01: that is a message of ours which PostgreSQL cannot read, and the next one will be no better.
 */
const unavailableStates = /^(08(?!P01)|57P0[1-5]|57014|40P01|53)/;
const networkCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);
/** What `pg` says, without a code, when a connection goes away or none becomes free in time. */
const driverMessages = /connection terminated|timeout exceeded when trying to connect|connection error|not queryable/i;

/** Whether a query failed because the database is away or busy, so that trying again soon makes sense. */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof DatabaseError) return unavailableStates.test(error.code ?? '');
  if ('code' in error && typeof error.code === 'string' && networkCodes.has(error.code)) return true;
  return driverMessages.test(error.message);
}
