import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import type { Random } from './random.ts';

/** The kinds of secrets stored as a hash; each has a key of its own, so that one kind can never pass for another. */
export type SecretKind = 'api-key' | 'project-key' | 'refresh-token' | 'verification-code' | 'claim-code' | 'throttle';

/** What the database keeps of a secret. */
export interface HashedSecret {
  hash: Buffer;
  /** Which value of LATCHKEY_SECRET made the hash. */
  secret_generation: number;
}

/** Text only this installation can read, and the generation of the secret that sealed it. */
export interface SealedText {
  sealed: Buffer;
  secret_generation: number;
}

/**
 * Everything derived from LATCHKEY_SECRET, which itself never leaves this file: whoever steals the database can neither
 * verify a guess nor read kept mail.
 */
export interface Secrets {
  /** The HMAC-SHA-256 to store, by the newest secret. */
  hash(kind: SecretKind, value: string): HashedSecret;
  /** The hashes a stored row may have, newest secret first: one, or more during a rotation of LATCHKEY_SECRET. */
  possibleHashes(kind: SecretKind, value: string): Buffer[];
  seal(text: string): SealedText;
  open(sealed: SealedText): string;
  /** 48 bytes for a purpose, for each secret, newest first; the same on every node. */
  deriveKeyMaterial(purpose: string): Buffer[];
}

/** A value of LATCHKEY_SECRET with its number in the database. */
export interface SecretGeneration {
  secret: string;
  generation: number;
}

const nonceLength = 12;
const tagLength = 16;

/** @param generations newest first, at least one */
export function createSecrets(generations: readonly SecretGeneration[], random: Random): Secrets {
  const rings = generations.map(({ secret, generation }) => ({
    secret,
    generation,
    keys: new Map<string, KeyObject>(),
  }));
  const [newest] = rings;
  if (newest === undefined) throw new Error('a server without a secret cannot keep any');

  const keyOf = (ring: (typeof rings)[number], label: string): KeyObject => {
    let key = ring.keys.get(label);
    if (key === undefined) {
      key = createSecretKey(derive(ring.secret, label, 32));
      ring.keys.set(label, key);
    }
    return key;
  };
  const hmac = (ring: (typeof rings)[number], kind: SecretKind, value: string): Buffer =>
    createHmac('sha256', keyOf(ring, `hash/${kind}`))
      .update(value)
      .digest();

  return {
    hash: (kind, value) => ({ hash: hmac(newest, kind, value), secret_generation: newest.generation }),
    possibleHashes: (kind, value) => rings.map((ring) => hmac(ring, kind, value)),
    seal: (text) => ({ sealed: encrypt(keyOf(newest, 'seal'), text, random), secret_generation: newest.generation }),
    open: ({ sealed, secret_generation }) => {
      const ring = rings.find(({ generation }) => generation === secret_generation);
      if (ring === undefined) throw new Error(`the secret of generation ${secret_generation} is no longer configured`);
      return decrypt(keyOf(ring, 'seal'), sealed);
    },
    deriveKeyMaterial: (purpose) => rings.map(({ secret }) => derive(secret, `material/${purpose}`, 48)),
  };
}

/** Tells two secrets apart without telling them; stored in the database. */
export function fingerprintOf(secret: string): Buffer {
  return derive(secret, 'fingerprint', 32);
}

/** HKDF-SHA-256 (RFC 5869), the label keeping the purposes apart. */
function derive(secret: string, label: string, lengthInBytes: number): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'latchkey', label, lengthInBytes));
}

/** AES-256-GCM: nonce, tag, ciphertext. */
function encrypt(key: KeyObject, text: string, random: Random): Buffer {
  const nonce = random.bytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

function decrypt(key: KeyObject, sealed: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceLength), { authTagLength: tagLength });
  decipher.setAuthTag(sealed.subarray(nonceLength, nonceLength + tagLength));
  return Buffer.concat([decipher.update(sealed.subarray(nonceLength + tagLength)), decipher.final()]).toString('utf8');
}
