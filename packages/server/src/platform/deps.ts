import type { Db, Pool } from '../database/database.ts';
import type { Clock } from './clock.ts';
import type { Logger } from './logger.ts';
import type { Mailer } from './mailer.ts';
import type { Random } from './random.ts';
import type { Secrets } from './secrets.ts';
import type { Throttles } from './throttles.ts';
import type { UsageRecorder } from './usage-recorder.ts';

/** What every use case may need from outside; a test sets the clock, the randomness and the mailbox. */
export interface Deps {
  db: Db;
  /** For the few hot statements that are prepared by name. */
  pool: Pool;
  clock: Clock;
  random: Random;
  secrets: Secrets;
  throttles: Throttles;
  mailer: Mailer;
  /** Where mail goes; null: it is kept to be read. The URL holds the credentials. */
  smtp: { url: string; from: string } | null;
  usage: UsageRecorder;
  logger: Logger;
  /** The public origin of this server, without a trailing slash. */
  publicUrl: string;
  /** Whether anyone may sign up in the project `internal`. */
  operatorSignUpOpen: boolean;
}
