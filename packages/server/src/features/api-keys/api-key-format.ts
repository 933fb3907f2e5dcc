import { crc32 } from 'node:zlib';
import { base32Digits, type Random, randomSecret, secretLength } from '../../platform/random.ts';

/** Whose key it is: a user's or a team's. */
export type ApiKeyKind = 'user' | 'team';

/** What an API key says of itself. It proves nothing: only the hash of the whole string does. */
export interface ApiKeyParts {
  isPublic: boolean;
  /** 45 base32 digits. */
  secret: string;
  /** The row's UUID. */
  id: string;
  kind: ApiKeyKind;
}

/*
 * <pk|sk>_ + secret(45) + id(32) + type(4) + flag(1) + marker(9) + checksum(8) = 102 characters; wire.md section 4.
 * Secret scanners find keys by prefix, marker and checksum; we refuse a mistyped key by its checksum, without a query.
 */
const marker = '574ck4u7h';
const digit = `[${base32Digits}]`;
const pattern = new RegExp(
  `^(?<prefix>[ps]k)_(?<secret>${digit}{${secretLength}})(?<id>[0-9a-f]{32})(?<kind>user|team)(?<flag>${digit})${marker}(?<checksum>[0-9a-f]{8})$`,
);
const checksumLength = 8;

/** The flag's bits: 1 says that the key is not of the protocol's vendor, 2 that it is public. */
const flagOf = { secret: '1', public: '3' };

/** A new key's string with fresh random digits. */
export function composeApiKey(random: Random, parts: Omit<ApiKeyParts, 'secret'>): string {
  return formatApiKey({ ...parts, secret: randomSecret(random) });
}

export function formatApiKey({ isPublic, secret, id, kind }: ApiKeyParts): string {
  const flag = isPublic ? flagOf.public : flagOf.secret;
  const body = `${isPublic ? 'pk' : 'sk'}_${secret}${id.replaceAll('-', '')}${kind}${flag}${marker}`;
  return body + checksumOf(body);
}

/** Reads a key's string; null for whatever cannot be a key of ours: another shape, or a wrong checksum. */
export function parseApiKey(value: string): ApiKeyParts | null {
  const groups = pattern.exec(value)?.groups;
  if (groups === undefined) return null;
  const { prefix, secret = '', id = '', kind, flag, checksum } = groups;
  const isPublic = prefix === 'pk';
  if (checksum !== checksumOf(value.slice(0, -checksumLength))) return null;
  if (flag !== (isPublic ? flagOf.public : flagOf.secret)) return null;
  return { isPublic, secret, id: uuidFromHex(id), kind: kind === 'team' ? 'team' : 'user' };
}

/** CRC-32 as zlib has it, in 8 lower-case hex digits. */
function checksumOf(body: string): string {
  return crc32(body).toString(16).padStart(checksumLength, '0');
}

function uuidFromHex(hex: string): string {
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
