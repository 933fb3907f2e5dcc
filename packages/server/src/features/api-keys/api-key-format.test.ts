import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base32Digits, systemRandom } from '../../platform/random.ts';
import { type ApiKeyParts, composeApiKey, formatApiKey, parseApiKey } from './api-key-format.ts';

const anyParts: fc.Arbitrary<ApiKeyParts> = fc.record({
  isPublic: fc.boolean(),
  secret: fc.string({ unit: fc.constantFrom(...base32Digits), minLength: 45, maxLength: 45 }),
  id: fc.uuid(),
  kind: fc.constantFrom('user', 'team'),
});

describe('the format of an API key', () => {
  it('is that of the protocol, to the letter of its worked example', () => {
    const value = formatApiKey({
      isPublic: false,
      secret: '0123456789abcdefghjkmnpqrstvwxyz0123456789abc',
      id: '12345678-9abc-4def-8123-456789abcdef',
      kind: 'user',
    });
    expect(value).toBe(
      'sk_0123456789abcdefghjkmnpqrstvwxyz0123456789abc123456789abc4def8123456789abcdefuser1574ck4u7h3d75bceb',
    );
  });

  it('reads back whatever it wrote', () => {
    fc.assert(
      fc.property(anyParts, (parts) => {
        expect(parseApiKey(formatApiKey(parts))).toEqual(parts);
      }),
    );
  });

  it('always has 102 characters that need no escaping anywhere', () => {
    fc.assert(
      fc.property(anyParts, (parts) => {
        expect(formatApiKey(parts)).toMatch(/^[sp]k_[0-9a-z]{99}$/);
      }),
    );
  });

  it('is broken by any change of any one character', () => {
    const change = fc.record({ at: fc.nat(101), to: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) });
    fc.assert(
      fc.property(anyParts, change, (parts, { at, to }) => {
        const value = formatApiKey(parts);
        const changed = value.slice(0, at) + to + value.slice(at + 1);
        fc.pre(changed !== value);
        expect(parseApiKey(changed)).toBeNull();
      }),
    );
  });

  it('reads nothing else as a key', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 600 }), (value) => {
        expect(parseApiKey(value)).toBeNull();
      }),
    );
  });

  it('refuses a key that is lengthened, shortened or wrapped', () => {
    fc.assert(
      fc.property(anyParts, (parts) => {
        const value = formatApiKey(parts);
        for (const other of [
          `${value}\n`,
          ` ${value}`,
          value.slice(1),
          value.slice(0, -1),
          value + value,
          value.toUpperCase(),
        ]) {
          expect(parseApiKey(other)).toBeNull();
        }
      }),
    );
  });

  it('draws every digit of the secret about equally often', () => {
    const count = new Map<string, number>();
    for (let index = 0; index < 2_000; index += 1) {
      const value = composeApiKey(systemRandom, { isPublic: false, id: systemRandom.uuid(), kind: 'user' });
      for (const digit of parseApiKey(value)?.secret ?? '') count.set(digit, (count.get(digit) ?? 0) + 1);
    }
    const expected = (2_000 * 45) / 32;
    const chiSquared = [...base32Digits].reduce(
      (sum, digit) => sum + ((count.get(digit) ?? 0) - expected) ** 2 / expected,
      0,
    );
    // 31 degrees of freedom: beyond 100 once in 10^9 runs.
    expect(chiSquared).toBeLessThan(100);
  });
});
