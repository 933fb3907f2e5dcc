import { pino } from 'pino';

/** One JSON object a line on standard error. Request bodies, headers and SQL parameters are never logged: they hold secrets. */
export interface Logger {
  info(fields: object, text: string): void;
  warn(fields: object, text: string): void;
  error(fields: object, text: string): void;
}

export function createLogger(): Logger {
  return pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ fd: 2, sync: false }));
}

/** Of an error, what helps to find its cause; PostgreSQL puts values into `detail` and `where`, so these stay out. */
export function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { error: String(error) };
  const code = 'code' in error ? { code: error.code } : {};
  return { error: error.message, ...code, stack: error.stack };
}
