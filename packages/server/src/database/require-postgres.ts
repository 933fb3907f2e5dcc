import type { Pool } from 'pg';
import { StartError } from '../platform/start-error.ts';

const oldestMajor = 15;

/**
 * Makes sure that the database answers, is recent enough, and can store every text.
 *
 * @throws StartError that names what is wrong with DATABASE_URL; never with the password in it
 */
export async function requirePostgres(pool: Pool): Promise<void> {
  const { version, encoding } = await readSettings(pool);
  const major = Math.floor(version / 10_000);
  if (major < oldestMajor) {
    throw new StartError(
      `DATABASE_URL leads to PostgreSQL ${major}: Latchkey needs PostgreSQL ${oldestMajor} or later.`,
    );
  }
  if (encoding !== 'UTF8') {
    throw new StartError(
      `DATABASE_URL leads to a database in ${encoding}, which cannot store every text: make one with "createdb --encoding=UTF8 --template=template0".`,
    );
  }
}

interface Settings {
  version: number;
  encoding: string;
}

async function readSettings(pool: Pool): Promise<Settings> {
  const read = `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding`;
  try {
    const { rows } = await pool.query<Settings>(read);
    return rows[0] ?? { version: 0, encoding: '' };
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
