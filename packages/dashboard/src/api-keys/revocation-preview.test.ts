import { describe, expect, it } from 'vitest';
import { describeOutcomes } from './describe-outcomes.ts';
import { type PreviewedKey, previewRevocation } from './revocation-preview.ts';

const now = new Date('2027-03-01T12:00:00Z');
const hours = (count: number) => new Date(now.getTime() + count * 60 * 60 * 1000);

function keyOf(ownerId: string, lastUsedAt: Date | null, changes: Partial<PreviewedKey> = {}): PreviewedKey {
  return { owner: { id: ownerId }, lastUsedAt, expiresAt: undefined, manuallyRevokedAt: null, ...changes };
}

describe('previewRevocation', () => {
  it('counts what stops working, and tells what was used last first', () => {
    const lately = keyOf('ada', hours(-1));
    const thisWeek = keyOf('ada', hours(-100));
    const longAgo = keyOf('grace', hours(-1000));
    const never = keyOf('grace', null);
    expect(previewRevocation([longAgo, never, lately, thisWeek], now)).toEqual({
      live: 4,
      ended: 0,
      owners: 2,
      usedInLastDay: 1,
      usedInLastWeek: 2,
      lastUsed: [lately, thisWeek, longAgo],
    });
  });

  it('leaves out what has ended already, however lately it was used', () => {
    const expired = keyOf('ada', hours(-1), { expiresAt: hours(-0.5) });
    const revoked = keyOf('grace', hours(-1), { manuallyRevokedAt: hours(-0.5) });
    expect(previewRevocation([expired, revoked], now)).toEqual({
      live: 0,
      ended: 2,
      owners: 0,
      usedInLastDay: 0,
      usedInLastWeek: 0,
      lastUsed: [],
    });
  });
});

describe('describeOutcomes', () => {
  const outcomes = (...all: ('revoked' | 'already_revoked' | 'not_found')[]) =>
    all.map((outcome, index) => ({ id: String(index), outcome }));

  it('tells of many what became of each', () => {
    expect(describeOutcomes(outcomes('revoked', 'revoked'), undefined)).toBe('2 keys revoked.');
    expect(describeOutcomes(outcomes('revoked', 'already_revoked', 'not_found'), undefined)).toBe(
      '1 key revoked, 1 had been revoked before, 1 not there any more.',
    );
  });

  it('tells of one by its name', () => {
    expect(describeOutcomes(outcomes('revoked'), 'CI')).toBe('“CI” was revoked.');
    expect(describeOutcomes(outcomes('already_revoked'), 'CI')).toBe('“CI” had been revoked before.');
    expect(describeOutcomes(outcomes('not_found'), 'CI')).toBe('“CI” is not there any more.');
  });
});
