import { readConfig, type Config } from './config.ts';
import { findRunningPostgres } from './database/embedded/find-running-postgres.ts';
import { startEmbeddedPostgres } from './database/embedded/start-embedded-postgres.ts';
import { migrate } from './database/migrate.ts';
import { openDatabase } from './database/open-database.ts';
import { requirePostgres } from './database/require-postgres.ts';
import { type OperatorReset, resetOperator } from './features/installation/index.ts';
import { createMailer } from './features/mails/index.ts';
import { openSecrets } from './open-secrets.ts';
import { systemClock } from './platform/clock.ts';
import type { Deps } from './platform/deps.ts';
import { createLogger, describeError, type Logger } from './platform/logger.ts';
import { systemRandom } from './platform/random.ts';
import { Shutdown } from './platform/shutdown.ts';
import { createThrottles } from './platform/throttles.ts';
import { noUsageRecorder } from './platform/usage-recorder.ts';

const maxConnections = 2;

/**
 * `latchkey operator reset`, on the host of the server, whether it is running or not: with the server's own database, or
 * the embedded one, which is started for the purpose when it does not run.
 *
 * @throws StartError with one sentence that says what to do
 */
export async function resetOperatorOnHost(
  environment: NodeJS.ProcessEnv,
  { email }: { email: string | null },
): Promise<OperatorReset> {
  const config = readConfig(environment);
  const shutdown = new Shutdown();
  try {
    return await resetOperator(await openDeps(config, shutdown), { email });
  } finally {
    await shutdown.run();
  }
}

async function openDeps(config: Config, shutdown: Shutdown): Promise<Deps> {
  const logger = createLogger();
  const connection = config.databaseUrl ?? (await reachEmbeddedPostgres(config, logger, shutdown));
  const { db, pool, close } = openDatabase(connection, maxConnections, (error) =>
    logger.warn(describeError(error), 'a database connection was lost'),
  );
  shutdown.add(close);
  await requirePostgres(pool);
  await migrate(db);
  const clock = systemClock;
  const random = systemRandom;
  const secrets = await openSecrets(config, { db, clock, random });
  return {
    ...{ db, pool, clock, random, secrets, logger },
    throttles: createThrottles(pool, secrets),
    mailer: createMailer({ clock, random, secrets, jobs: null }),
    smtp: null,
    usage: noUsageRecorder,
    publicUrl: config.publicUrl ?? `http://localhost:${config.port}`,
    operatorSignUpOpen: config.operatorSignUpOpen,
  };
}

async function reachEmbeddedPostgres({ dataDirectory }: Config, logger: Logger, shutdown: Shutdown) {
  const running = await findRunningPostgres(dataDirectory);
  if (running !== undefined) return running;
  const postgres = await startEmbeddedPostgres({ dataDirectory, report: (sentence) => logger.warn({}, sentence) });
  shutdown.add(() => postgres.stop());
  return postgres.connection;
}
