import type { Config } from './config.ts';
import type { Db } from './database/database.ts';
import { hasSecretGenerations, registerSecretGenerations } from './database/register-secret-generations.ts';
import type { Clock } from './platform/clock.ts';
import type { Random } from './platform/random.ts';
import { readOrMakeSecret, secretFileOf } from './platform/read-or-make-secret.ts';
import { createSecrets, type Secrets } from './platform/secrets.ts';

/**
 * The secrets that belong to a database: LATCHKEY_SECRET, or what the data folder keeps.
 *
 * @throws StartError when they are unreadable, lost, or not those the database was made with
 */
export async function openSecrets(
  { secrets, dataDirectory }: Pick<Config, 'secrets' | 'dataDirectory'>,
  { db, clock, random }: { db: Db; clock: Clock; random: Random },
): Promise<Secrets> {
  if (secrets !== null) return createSecrets(await registerSecretGenerations(db, clock, secrets), random);
  const database = (await hasSecretGenerations(db)) ? 'used' : 'new';
  const secret = readOrMakeSecret(dataDirectory, database, random);
  const origin = { file: secretFileOf(dataDirectory) };
  return createSecrets(await registerSecretGenerations(db, clock, [secret], origin), random);
}
