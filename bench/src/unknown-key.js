import { randomInt, randomUUID } from 'node:crypto';
import { crc32 } from 'node:zlib';

const base32Digits = '0123456789abcdefghjkmnpqrstvwxyz';

/** A key of the right format, with a right checksum, that nobody was ever given: only the database can tell. */
export function createUnknownKey() {
  const secret = Array.from({ length: 45 }, () => base32Digits[randomInt(32)]).join('');
  const body = `sk_${secret}${randomUUID().replaceAll('-', '')}user1574ck4u7h`;
  return body + crc32(body).toString(16).padStart(8, '0');
}
