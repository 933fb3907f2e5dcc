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

/** A secret of 45 base32 digits. */
export function randomSecret(random: Random): string {
  return base32From(random.bytes(secretLength));
}

/** One digit of each byte: 256 is a multiple of 32, so of random bytes no digit is likelier. */
export function base32From(bytes: Buffer): string {
  let text = '';
  for (const byte of bytes) text += base32Digits[byte & 31];
  return text;
}
