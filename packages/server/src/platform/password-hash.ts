import { hash as hashArgon2, verify as verifyArgon2 } from '@node-rs/argon2';
import { verify as verifyBcrypt } from '@node-rs/bcrypt';

/** Argon2id as OWASP's password storage guide has it: 19 MiB, 2 passes, 1 lane; 17 ms here. */
const argon2id = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** A hash of no password, so that an unknown address costs the same time as a wrong password. */
const hashOfNothing = hashArgon2('', argon2id);

const maxConcurrent = 4;
const waiting: (() => void)[] = [];
let running = 0;

/** Hashes a new password, for storage. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hashArgon2(password, argon2id));
}

/** Whether the password fits the stored hash (Argon2id, or bcrypt for imported users); without a hash: no, as slowly. */
export function verifyPassword(password: string, storedHash: string | null): Promise<boolean> {
  return inTurn(async () => {
    if (storedHash === null) {
      await verifyArgon2(await hashOfNothing, password);
      return false;
    }
    return isBcryptHash(storedHash) ? verifyBcrypt(password, storedHash) : verifyArgon2(storedHash, password);
  });
}

export function isBcryptHash(hash: string): boolean {
  return /^\$2[abxy]\$\d\d\$[./A-Za-z0-9]{53}$/.test(hash);
}

/** At most four at once: hashing takes memory and a thread of the pool each, and a flood of sign-ins must not take all. */
async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  while (running >= maxConcurrent) await new Promise<void>((resume) => waiting.push(resume));
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}
