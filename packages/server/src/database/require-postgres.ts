import type { Pool } from 'pg';
import { StartError } from '../platform/start-error.ts';

const oldestMajor = 15;

/**
 * Makes sure that the database answers and is recent enough.
 *
 * @throws StartError that names what is wrong with DATABASE_URL; never with the password in it
 */
export async function requirePostgres(pool: Pool): Promise<void> {
  const version = await readVersion(pool);
  const major = Math.floor(version / 10_000);
  if (major < oldestMajor) {
    throw new StartError(
      `DATABASE_URL leads to PostgreSQL ${major}: Latchkey needs PostgreSQL ${oldestMajor} or later.`,
    );
  }
}

async function readVersion(pool: Pool): Promise<number> {
  try {
    const { rows } = await pool.query<{ version: number }>(
      `select current_setting('server_version_num')::int as version`,
    );
    return rows[0]?.version ?? 0;
  } catch (error) {
    throw new StartError(`DATABASE_URL does not lead to a usable database: ${explain(error)}.`);
  }
}

function explain(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ECONNREFUSED':
    case 'ENOENT':
      return 'nothing listens there; start PostgreSQL, or correct host and port';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'its host name is unknown; correct it';
    case '28P01':
    case '28000':
      return 'PostgreSQL refuses this user or password; correct them';
    case '3D000':
      return 'the database it names does not exist; create it with "createdb"';
    default:
      return `${error instanceof Error ? error.message : String(error)}; check the address and the network`;
  }
}
