import type { Config } from './config.ts';
import type { Db } from './database/database.ts';
import { registerSecretGenerations } from './database/register-secret-generations.ts';
import type { Clock } from './platform/clock.ts';
import type { Random } from './platform/random.ts';
import { readOrMakeSecret, secretFileOf } from './platform/read-or-make-secret.ts';
import { createSecrets, type Secrets } from './platform/secrets.ts';

/**
 * The secrets that belong to a database: LATCHKEY_SECRET, or what the data folder keeps.
 *
 * @throws StartError when they are unreadable, or not those the database was made with
 */
export async function openSecrets(
  { secrets, dataDirectory }: Pick<Config, 'secrets' | 'dataDirectory'>,
  { db, clock, random }: { db: Db; clock: Clock; random: Random },
): Promise<Secrets> {
  const generations =
    secrets === null
      ? await registerSecretGenerations(db, clock, [readOrMakeSecret(dataDirectory, random)], {
          file: secretFileOf(dataDirectory),
        })
      : await registerSecretGenerations(db, clock, secrets);
  return createSecrets(generations, random);
}
