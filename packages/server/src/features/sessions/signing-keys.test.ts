import { calculateJwkThumbprint, importJWK, jwtVerify, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { systemRandom } from '../../platform/random.ts';
import { createSecrets } from '../../platform/secrets.ts';
import { deriveSigningKey } from './derive-signing-key.ts';
import { signingKeysOf } from './signing-keys.ts';

function secretsOf(...values: string[]) {
  return createSecrets(
    values.map((secret, index) => ({ secret, generation: values.length - index })),
    systemRandom,
  );
}

describe('a derived key', () => {
  it.each([
    ['random bytes', systemRandom.bytes(48)],
    ['no bit set', Buffer.alloc(48)],
    ['every bit set', Buffer.alloc(48, 0xff)],
    ['one bit set', Buffer.concat([Buffer.alloc(47), Buffer.from([1])])],
  ])('of %s signs what its public half verifies', async (_title, material) => {
    const key = await deriveSigningKey(material);
    const token = await new SignJWT({ answer: 42 }).setProtectedHeader({ alg: 'ES256' }).sign(key.privateKey);
    const { payload } = await jwtVerify(token, await importJWK(key.publicJwk, 'ES256'));
    expect(payload).toEqual({ answer: 42 });
  });

  it('is the base point where the bytes say zero, so that the range begins at one', async () => {
    const { publicJwk } = await deriveSigningKey(Buffer.alloc(48));
    expect(Buffer.from(publicJwk.x, 'base64url').toString('hex')).toBe(
      '6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296',
    );
  });

  it('is named by its thumbprint', async () => {
    const { kid, publicJwk } = await deriveSigningKey(systemRandom.bytes(48));
    expect(kid).toBe(await calculateJwkThumbprint(publicJwk));
    expect(publicJwk.kid).toBe(kid);
  });
});

describe('the keys of an audience', () => {
  const [one, two] = ['the first secret of an installation', 'the second secret of an installation'];

  it('are the same on every node, and others for each audience and each secret', async () => {
    const kidOf = async (secret: string, audience: string) =>
      (await signingKeysOf(secretsOf(secret), audience)).current.kid;
    expect(await kidOf(one, 'a')).toBe(await kidOf(one, 'a'));
    const all = await Promise.all([kidOf(one, 'a'), kidOf(one, 'b'), kidOf(one, 'a:anon'), kidOf(two, 'a')]);
    expect(new Set(all).size).toBe(all.length);
  });

  it('are two before a rotation, of which one is accepted', async () => {
    const { current, accepted, published } = await signingKeysOf(secretsOf(one), 'a');
    expect(accepted.map(({ kid }) => kid)).toEqual([current.kid]);
    expect(published[0].kid).toBe(current.kid);
    expect(published[1].kid).not.toBe(current.kid);
  });

  it('are two in a rotation, the former one second, and both accepted', async () => {
    const before = await signingKeysOf(secretsOf(one), 'a');
    const during = await signingKeysOf(secretsOf(two, one), 'a');
    expect(during.published.map(({ kid }) => kid)).toEqual([during.current.kid, before.current.kid]);
    expect(during.accepted.map(({ kid }) => kid)).toEqual([during.current.kid, before.current.kid]);
  });

  it('are derived once while they are in use, and forgotten when a thousand others were', async () => {
    const secrets = secretsOf(one);
    const first = signingKeysOf(secrets, 'first');
    const busy = signingKeysOf(secrets, 'busy');
    for (let index = 0; index < 1_000; index += 1) {
      await signingKeysOf(secrets, `audience ${index}`);
      expect(signingKeysOf(secrets, 'busy')).toBe(busy);
    }
    expect(signingKeysOf(secrets, 'first')).not.toBe(first);
  });
});
