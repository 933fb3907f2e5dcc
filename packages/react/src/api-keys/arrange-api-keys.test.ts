import { describe, expect, it } from 'vitest';
import { type ApiKeyView, arrangeApiKeys, type ListedApiKey } from './arrange-api-keys.ts';

const now = new Date('2026-03-01T12:00:00Z');
const allActive: ApiKeyView = { query: '', filter: 'active', sort: 'newest', page: 1 };

describe('the search', () => {
  const keys = [
    key({ description: 'Billing worker', lastFour: '75cb' }),
    key({ description: 'CI pipeline', lastFour: '1f09' }),
    key({ description: 'Ｂｉｌｌｉｎｇ (wide)', lastFour: 'a2e0' }),
  ];

  it('finds a part of a name, in letters large and small, wide and narrow', () => {
    expect(namesOf(keys, { query: ' bILL ' })).toEqual(['Billing worker', 'Ｂｉｌｌｉｎｇ (wide)']);
  });

  it('finds the last characters of a key, also at the end of a whole key or of its shortened form', () => {
    for (const query of ['1F09', 'f09', 'sk_ ···· 1f09', 'sk_0123456789abcdef1f09']) {
      expect(namesOf(keys, { query })).toEqual(['CI pipeline']);
    }
  });

  it('takes no long word for the end of a key', () => {
    expect(namesOf(keys, { query: 'xx1f09' })).toEqual([]);
  });

  it('knows the capitals of the language: Turkish has two letters i', () => {
    expect(namesOf([key({ description: 'INDIRIM' })], { query: 'ındırım' }, 'tr')).toEqual(['INDIRIM']);
  });
});

describe('the filters', () => {
  const keys = [
    key({ description: 'forever' }),
    key({ description: 'soon', expiresAt: new Date('2026-03-04T00:00:00Z') }),
    key({ description: 'gone', expiresAt: new Date('2026-02-04T00:00:00Z') }),
    key({ description: 'revoked', manuallyRevokedAt: new Date('2026-02-04T00:00:00Z') }),
  ];

  it('show keys that work, those about to expire among them, and the others apart', () => {
    expect(namesOf(keys, { filter: 'active' })).toEqual(['forever', 'soon']);
    expect(namesOf(keys, { filter: 'expiring' })).toEqual(['soon']);
    expect(namesOf(keys, { filter: 'expired' })).toEqual(['gone']);
    expect(namesOf(keys, { filter: 'revoked' })).toEqual(['revoked']);
  });

  it('count what matches the search, and how many there are without it', () => {
    const { counts, total } = arrangeApiKeys(keys, { ...allActive, query: 'soo' }, { now, locale: 'en' });
    expect(counts).toEqual({ active: 1, expiring: 1, expired: 0, revoked: 0 });
    expect(total).toBe(2);
  });
});

describe('the order', () => {
  const keys = [
    key({ description: 'Zebra', createdAt: new Date('2026-01-03'), expiresAt: new Date('2026-05-01') }),
    key({ description: 'Äpfel', createdAt: new Date('2026-01-02') }),
    key({ description: 'Key 10', createdAt: new Date('2026-01-04'), expiresAt: new Date('2026-04-01') }),
    key({ description: 'Key 2', createdAt: new Date('2026-01-01') }),
  ];

  it('is by creation, newest or oldest first', () => {
    expect(namesOf(keys, { sort: 'newest' })).toEqual(['Key 10', 'Zebra', 'Äpfel', 'Key 2']);
    expect(namesOf(keys, { sort: 'oldest' })).toEqual(['Key 2', 'Äpfel', 'Zebra', 'Key 10']);
  });

  it('is by name as the language has it, numbers by their value', () => {
    expect(namesOf(keys, { sort: 'name' }, 'de')).toEqual(['Äpfel', 'Key 2', 'Key 10', 'Zebra']);
    expect(namesOf(keys, { sort: 'name' }, 'sv')).toEqual(['Key 2', 'Key 10', 'Zebra', 'Äpfel']);
  });

  it('is by expiry, soonest first, never last and newest first among equals', () => {
    expect(namesOf(keys, { sort: 'expiry' })).toEqual(['Key 10', 'Zebra', 'Äpfel', 'Key 2']);
  });

  it('is by last use, the latest first, never last and newest first among equals', () => {
    const [zebra = key({}), apple = key({}), ten = key({}), two = key({})] = keys;
    const used = [
      { ...zebra, lastUsedAt: new Date('2026-02-01') },
      { ...apple, lastUsedAt: null },
      { ...ten, lastUsedAt: null },
      { ...two, lastUsedAt: new Date('2026-02-02') },
    ];
    expect(namesOf(used, { sort: 'used' })).toEqual(['Key 2', 'Zebra', 'Key 10', 'Äpfel']);
  });

  it('leaves the given keys as they are', () => {
    const before = keys.map(({ description }) => description);
    namesOf(keys, { sort: 'name' });
    expect(keys.map(({ description }) => description)).toEqual(before);
  });
});

describe('the pages', () => {
  const keys = Array.from({ length: 60 }, (_, index) =>
    key({ description: `Key ${index + 1}`, createdAt: new Date(2026, 0, 1, 0, index) }),
  );

  it('hold 25 keys each', () => {
    const { rows, pageCount, offset } = arrangeApiKeys(
      keys,
      { ...allActive, sort: 'oldest', page: 3 },
      { now, locale: 'en' },
    );
    expect(rows.map(({ description }) => description)).toEqual(keys.slice(50).map(({ description }) => description));
    expect({ pageCount, offset }).toEqual({ pageCount: 3, offset: 50 });
  });

  it('end with the last one, wherever somebody stood when keys went away', () => {
    expect(arrangeApiKeys(keys.slice(0, 30), { ...allActive, page: 3 }, { now, locale: 'en' }).page).toBe(2);
    expect(arrangeApiKeys([], { ...allActive, page: 3 }, { now, locale: 'en' })).toMatchObject({
      page: 1,
      pageCount: 1,
      rows: [],
    });
  });
});

function namesOf(keys: ListedApiKey[], view: Partial<ApiKeyView>, locale = 'en'): string[] {
  return arrangeApiKeys(keys, { ...allActive, ...view }, { now, locale }).rows.map(({ description }) => description);
}

function key({ lastFour = '0000', ...fields }: Partial<ListedApiKey> & { lastFour?: string }): ListedApiKey {
  return {
    id: crypto.randomUUID(),
    description: 'Key',
    createdAt: new Date('2026-01-01T00:00:00Z'),
    expiresAt: undefined,
    manuallyRevokedAt: null,
    value: { lastFour },
    ...fields,
  };
}
