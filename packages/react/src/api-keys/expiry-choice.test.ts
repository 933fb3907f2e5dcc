import { describe, expect, it } from 'vitest';
import { defaultExpiry, expiresAtOf, expiryChoices, tomorrow } from './expiry-choice.ts';

const now = new Date(2026, 1, 28, 15, 30);

describe('expiresAtOf', () => {
  it('offers 30 days first', () => {
    expect(expiresAtOf(defaultExpiry, now)).toEqual(new Date(2026, 2, 30, 15, 30));
  });

  it('counts days by the calendar, at the same time of day', () => {
    expect(expiresAtOf({ choice: '1', date: '' }, now)).toEqual(new Date(2026, 2, 1, 15, 30));
    expect(expiresAtOf({ choice: '90', date: '' }, now)).toEqual(new Date(2026, 4, 29, 15, 30));
    expect(expiresAtOf({ choice: 'year', date: '' }, now)).toEqual(new Date(2027, 1, 28, 15, 30));
  });

  it('lets a key work until the end of the day that was chosen', () => {
    expect(expiresAtOf({ choice: 'date', date: '2026-03-14' }, now)).toEqual(new Date(2026, 2, 14, 23, 59, 59));
  });

  it('takes no date, today and days gone by for no answer', () => {
    for (const date of ['', '2026-02-28', '2020-01-01', '12026-01-01', 'soon']) {
      expect(expiresAtOf({ choice: 'date', date }, now)).toBeUndefined();
    }
  });

  it('says never with null', () => {
    expect(expiresAtOf({ choice: 'never', date: '' }, now)).toBeNull();
  });

  it('leaves the moment it counts from as it was', () => {
    const before = now.getTime();
    for (const choice of expiryChoices) expiresAtOf({ choice, date: '2026-12-24' }, now);
    expect(now.getTime()).toBe(before);
  });
});

describe('tomorrow', () => {
  it('goes over the end of a month', () => {
    expect(tomorrow(now)).toBe('2026-03-01');
    expect(tomorrow(new Date(2026, 11, 31, 23, 59))).toBe('2027-01-01');
  });
});
