import { describe, expect, it } from 'vitest';
import { systemRandom } from './random.ts';
import { createSecrets, fingerprintOf } from './secrets.ts';

const former = { secret: 'the former secret, long enough to be one', generation: 1 };
const newest = { secret: 'the newest secret, long enough to be one', generation: 2 };
const before = createSecrets([former], systemRandom);
const during = createSecrets([newest, former], systemRandom);
const after = createSecrets([newest], systemRandom);

describe('secrets at rest', () => {
  it('hash a kind of secret in a way that no other kind shares', () => {
    expect(before.hash('api-key', 'x').hash).not.toEqual(before.hash('project-key', 'x').hash);
    expect(before.hash('api-key', 'x')).toEqual(before.hash('api-key', 'x'));
    expect(before.hash('api-key', 'x').hash).toHaveLength(32);
  });

  it('are found during a rotation whichever secret made them, and hashed by the newest', () => {
    const old = before.hash('api-key', 'x');
    expect(during.possibleHashes('api-key', 'x')).toContainEqual(old.hash);
    expect(during.hash('api-key', 'x')).toEqual(after.hash('api-key', 'x'));
    expect(after.possibleHashes('api-key', 'x')).not.toContainEqual(old.hash);
  });

  it('open what they sealed, during a rotation too, and nothing that was changed', () => {
    const sealed = before.seal('a link');
    expect(sealed.sealed.includes('a link')).toBe(false);
    expect(during.open(sealed)).toBe('a link');
    expect(() => after.open(sealed)).toThrow(/generation 1/);
    const changed = Buffer.from(sealed.sealed);
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    expect(() => before.open({ ...sealed, sealed: changed })).toThrow();
  });

  it('seal the same text differently each time', () => {
    expect(before.seal('x').sealed).not.toEqual(before.seal('x').sealed);
  });

  it('are told apart by fingerprints that are no key of anything', () => {
    expect(fingerprintOf(former.secret)).not.toEqual(fingerprintOf(newest.secret));
    expect(before.deriveKeyMaterial('fingerprint')).not.toContainEqual(fingerprintOf(former.secret));
  });
});
