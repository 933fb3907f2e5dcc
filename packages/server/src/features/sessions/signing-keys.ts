import type { Secrets } from '../../platform/secrets.ts';
import { deriveSigningKey, type SigningKey } from './derive-signing-key.ts';

/** The keys of one audience. */
export interface SigningKeys {
  /** Signs new tokens; derived from the newest secret. */
  current: SigningKey;
  /** Those whose tokens are accepted, newest first: one for each configured secret. */
  accepted: SigningKey[];
  /** The two that others verify with: the current key and the one before it. */
  published: [SigningKey, SigningKey];
}

/** Deriving a key takes a fraction of a millisecond, so what a busy server drops now and then costs little. */
const maxAudiences = 1_000;

const derived = new WeakMap<Secrets, Map<string, Promise<SigningKeys>>>();

/** The keys for an audience's tokens, derived once and kept for the thousand audiences in use most recently. */
export function signingKeysOf(secrets: Secrets, audience: string): Promise<SigningKeys> {
  const cache = derived.get(secrets) ?? new Map<string, Promise<SigningKeys>>();
  derived.set(secrets, cache);
  const keys = cache.get(audience) ?? deriveKeys(secrets, audience);
  cache.delete(audience);
  cache.set(audience, keys); // the end of a Map is what was used last
  const [leastRecent] = cache.keys();
  if (cache.size > maxAudiences && leastRecent !== undefined) cache.delete(leastRecent);
  return keys;
}

async function deriveKeys(secrets: Secrets, audience: string): Promise<SigningKeys> {
  const material = secrets.deriveKeyMaterial(`access-token/${audience}`);
  const [current, ...former] = await Promise.all(material.map(deriveSigningKey));
  if (current === undefined) throw new Error('there is a key for each secret, and always a secret');
  return {
    current,
    accepted: [current, ...former],
    published: [current, former[0] ?? (await deriveSpare(secrets, audience))],
  };
}

/** Before the first rotation there is no former key; this one signs nothing, but clients expect a set of two. */
async function deriveSpare(secrets: Secrets, audience: string): Promise<SigningKey> {
  const [material] = secrets.deriveKeyMaterial(`access-token-spare/${audience}`);
  if (material === undefined) throw new Error('there is a key for each secret, and always a secret');
  return deriveSigningKey(material);
}
