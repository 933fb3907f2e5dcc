import type { Clock } from '../platform/clock.ts';
import { fingerprintOf, type SecretGeneration } from '../platform/secrets.ts';
import { StartError } from '../platform/start-error.ts';
import type { Db } from './database.ts';
import { inTransaction } from './transaction.ts';

/**
 * Gives each value of LATCHKEY_SECRET its number in this database. A new value is taken only beside one the database
 * knows (a rotation) or into an empty database.
 *
 * @param secrets newest first
 * @param origin the file that the secret is kept in, unless it is that of the environment
 * @throws StartError when the database was made with other secrets
 */
export function registerSecretGenerations(
  db: Db,
  clock: Clock,
  secrets: readonly string[],
  origin?: { file: string },
): Promise<SecretGeneration[]> {
  return inTransaction(db, async (db) => {
    // Serializes nodes that start together; also what a second node waits for to see the first one's row.
    await db.selectFrom('installation').select('only_row').forUpdate().executeTakeFirstOrThrow();
    const known = await db.selectFrom('secret_generations').select(['generation', 'fingerprint']).execute();

    const numberOf = new Map(known.map((row) => [row.fingerprint.toString('hex'), row.generation]));
    const fingerprints = secrets.map((secret) => fingerprintOf(secret));
    if (known.length > 0 && !fingerprints.some((fingerprint) => numberOf.has(fingerprint.toString('hex')))) {
      throw new StartError(
        origin === undefined
          ? 'LATCHKEY_SECRET is not the secret this database was made with: set the former value, or "new,former" to rotate it.'
          : `The secret of this installation, ${origin.file}, is not the one its database was made with: restore the file from a backup.`,
      );
    }

    let next = Math.max(0, ...known.map((row) => row.generation)) + 1;
    for (const fingerprint of fingerprints.toReversed()) {
      if (numberOf.has(fingerprint.toString('hex'))) continue;
      numberOf.set(fingerprint.toString('hex'), next);
      await db
        .insertInto('secret_generations')
        .values({ generation: next, fingerprint, created_at: clock.now() })
        .execute();
      next += 1;
    }
    return secrets.map((secret, index) => ({
      secret,
      generation: numberOf.get(fingerprints[index]?.toString('hex') ?? '') ?? 0,
    }));
  });
}

/** Whether the database was used with any secret. */
export async function hasSecretGenerations(db: Db): Promise<boolean> {
  return (await db.selectFrom('secret_generations').select('generation').executeTakeFirst()) !== undefined;
}
