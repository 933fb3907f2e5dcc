import { createECDH } from 'node:crypto';
import { calculateJwkThumbprint, type CryptoKey, importJWK } from 'jose';

/** A P-256 key pair with its public half in the form of RFC 7517. */
export interface SigningKey {
  kid: string;
  privateKey: CryptoKey;
  publicKey: CryptoKey;
  publicJwk: { kty: 'EC'; crv: 'P-256'; alg: 'ES256'; x: string; y: string; kid: string };
}

/** The order of the group of P-256; SP 800-186 section 3.2.1.3. */
const groupOrder = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

const coordinateLength = 32;

/**
 * The key pair that 48 secret bytes determine, so that every node derives the same one and none is ever stored.
 * FIPS 186-5 section A.2.1: with 128 bits more than the order has, the remainder is as good as evenly distributed.
 */
export async function deriveSigningKey(keyMaterial: Buffer): Promise<SigningKey> {
  const scalar = (BigInt(`0x${keyMaterial.toString('hex')}`) % (groupOrder - 1n)) + 1n;
  const d = Buffer.from(scalar.toString(16).padStart(2 * coordinateLength, '0'), 'hex');
  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(d);
  const point = ecdh.getPublicKey(); // 0x04, x, y: SEC 1 section 2.3.3, uncompressed

  const publicPart = {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 1 + coordinateLength).toString('base64url'),
    y: point.subarray(1 + coordinateLength).toString('base64url'),
  } as const;
  const kid = await calculateJwkThumbprint(publicPart); // RFC 7638
  const publicJwk = { ...publicPart, alg: 'ES256', kid } as const;
  return {
    kid,
    publicJwk,
    publicKey: await importKey(publicPart),
    privateKey: await importKey({ ...publicPart, d: d.toString('base64url') }),
  };
}

async function importKey(jwk: Parameters<typeof importJWK>[0]): Promise<CryptoKey> {
  const key = await importJWK(jwk, 'ES256');
  if (key instanceof Uint8Array) throw new Error('an elliptic curve key is never a plain byte string');
  return key;
}
