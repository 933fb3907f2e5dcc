import { describe, expect, it } from 'vitest';
import { describeRevocation } from './describe-revocation.ts';

const now = new Date('2026-11-24T12:00:00Z');
const set = {
  publishableClientKey: { lastFour: 'ab12', lastUsedAt: null },
  secretServerKey: { lastFour: 'cd34', lastUsedAt: new Date('2026-11-24T11:57:00Z') },
  superSecretAdminKey: null,
};

describe('what stops with project keys', () => {
  it('is said of each key, by when it was used last', () => {
    expect(describeRevocation({ ...set, expiresAt: new Date('2027-01-01') }, now)).toEqual([
      'Publishable client key …ab12 was never used, so nothing stops working.',
      "Secret server key …cd34 was last used 3 minutes ago: your application's server stops working at once.",
    ]);
  });

  it('is nothing once they have expired', () => {
    expect(describeRevocation({ ...set, expiresAt: new Date('2026-11-24T11:59:00Z') }, now)[1]).toMatch(
      /has expired since/,
    );
  });
});
