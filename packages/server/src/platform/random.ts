import { randomBytes, randomUUID } from 'node:crypto';

/** The only source of randomness, so that a test can foresee it. */
export interface Random {
  uuid(): string;
  bytes(length: number): Buffer;
}

export const systemRandom: Random = { uuid: randomUUID, bytes: randomBytes };

/** Crockford's base32 digits in lower case: no i, l, o or u to misread. */
export const base32Digits = '0123456789abcdefghjkmnpqrstvwxyz';

/** The length of every secret the protocol knows: 45 base32 digits are 225 bits (wire.md section 4). */
export const secretLength = 45;

/** A secret of 45 base32 digits, each from its own random byte: 256 is a multiple of 32, so no digit is likelier. */
export function randomSecret(random: Random): string {
  let secret = '';
  for (const byte of random.bytes(secretLength)) secret += base32Digits[byte & 31];
  return secret;
}
