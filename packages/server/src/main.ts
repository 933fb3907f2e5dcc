import { fileURLToPath } from 'node:url';
import { createApp } from './app.ts';
import { type Config, readConfig } from './config.ts';
import { startEmbeddedPostgres } from './database/embedded/start-embedded-postgres.ts';
import { migrate } from './database/migrate.ts';
import { openDatabase, type OpenDatabase } from './database/open-database.ts';
import { requirePostgres } from './database/require-postgres.ts';
import { type PreparedInstallation, prepareInstallation } from './features/installation/index.ts';
import { createMailer, deliverMails } from './features/mails/index.ts';
import { deleteExpired } from './features/maintenance/index.ts';
import { UsageCollector } from './features/usage/index.ts';
import { listen } from './http/listen.ts';
import { openSecrets } from './open-secrets.ts';
import { systemClock } from './platform/clock.ts';
import { createJobs } from './platform/create-jobs.ts';
import type { Deps } from './platform/deps.ts';
import type { Jobs } from './platform/jobs.ts';
import { createLogger, describeError, type Logger } from './platform/logger.ts';
import { systemRandom } from './platform/random.ts';
import { Shutdown } from './platform/shutdown.ts';
import { createThrottles, noThrottles } from './platform/throttles.ts';

/** A server that listens. */
export interface RunningServer {
  /** The public origin. */
  url: string;
  /** What an operator needs to know at the start. */
  installation: PreparedInstallation;
  notices: string[];
  /** Resolves when the server cannot go on, with the reason. */
  failure: Promise<Error>;
  /** Answers what has begun, then closes everything, the embedded database last. */
  stop(): Promise<void>;
}

const maxConnections = 20;

/** Beside this package, seen from its sources and from its build alike. */
const dashboardDirectory = fileURLToPath(new URL('../../dashboard/dist', import.meta.url));

/**
 * Starts everything: configuration, database, schema, jobs, HTTP.
 *
 * @throws StartError with one sentence that says what to do; whatever was started by then is stopped again
 */
export async function startServer(environment: NodeJS.ProcessEnv): Promise<RunningServer> {
  const config = readConfig(environment);
  const logger = createLogger();
  const shutdown = new Shutdown();
  try {
    return await start(config, logger, shutdown);
  } catch (error) {
    // What hinders the start is what the operator has to know, not what it leads to.
    await shutdown.run().catch((failure: unknown) => logger.warn(describeError(failure), 'stopping again failed'));
    throw error;
  }
}

async function start(config: Config, logger: Logger, shutdown: Shutdown): Promise<RunningServer> {
  const { database, notices, failure } = await connect(config, logger, shutdown);
  const { db, pool } = database;
  await requirePostgres(pool);
  await migrate(db);

  const clock = systemClock;
  const random = systemRandom;
  const secrets = await openSecrets(config, { db, clock, random });
  const jobs = await createJobs(pool, logger);
  shutdown.add(() => jobs.stop());
  const usage = new UsageCollector({ db, clock, logger });
  shutdown.add(() => usage.close());

  const smtp = config.smtpUrl === null ? null : { url: config.smtpUrl, from: config.mailFrom };
  const deps: Deps = {
    ...{ db, pool, clock, random, secrets, logger, usage },
    throttles: config.rateLimits ? createThrottles(pool, secrets) : noThrottles,
    mailer: createMailer({ clock, random, secrets, jobs: smtp === null ? null : jobs }),
    smtp,
    publicUrl: config.publicUrl ?? `http://localhost:${config.port}`,
    operatorSignUpOpen: config.operatorSignUpOpen,
  };
  const firstProject = config.databaseUrl === null ? 'make' : 'none';
  const installation = await prepareInstallation(deps, { internalKeys: config.internalKeys, firstProject }, shutdown);
  const { trustedProxies } = config;
  const app = createApp(deps, { trustedProxies, verifyAnswers: false, dashboardDirectory });
  shutdown.add(() => app.close());
  await listen(app, config);
  await startJobs(jobs, deps);
  return { url: deps.publicUrl, installation, notices, failure, stop: () => shutdown.run() };
}

/** The database that DATABASE_URL names, or the one of our own keeping. */
async function connect(config: Config, logger: Logger, shutdown: Shutdown) {
  const open = (connection: Parameters<typeof openDatabase>[0]): OpenDatabase => {
    const database = openDatabase(connection, maxConnections, (error) =>
      logger.warn(describeError(error), 'a database connection was lost'),
    );
    shutdown.add(() => database.close());
    return database;
  };
  if (config.databaseUrl !== null) {
    const never = new Promise<Error>(() => undefined);
    return { database: open(config.databaseUrl), notices: [], failure: never };
  }
  const { dataDirectory } = config;
  const postgres = await startEmbeddedPostgres({ dataDirectory, report: (sentence) => logger.warn({}, sentence) });
  shutdown.add(() => postgres.stop());
  return { database: open(postgres.connection), notices: postgres.notices, failure: postgres.failure };
}

async function startJobs(jobs: Jobs, deps: Deps): Promise<void> {
  await deleteExpired(jobs, deps);
  if (deps.smtp === null) return;
  await deliverMails({ db: deps.db, secrets: deps.secrets, jobs, smtpUrl: deps.smtp.url, from: deps.smtp.from });
}
