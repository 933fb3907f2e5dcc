import { describe, expect, it } from 'vitest';
import { formatRelativeTime } from './format-relative-time.ts';

const now = new Date(2026, 10, 24, 12, 0, 0);

function say(date: Date, locale = 'en-GB') {
  return formatRelativeTime({ date, now, locale });
}

describe('formatRelativeTime', () => {
  it.each([
    [new Date(2026, 10, 24, 11, 59, 48), '12 seconds ago'],
    [new Date(2026, 10, 24, 11, 1, 0), '59 minutes ago'],
    [new Date(2026, 10, 24, 8, 10, 0), '3 hours ago'],
    [new Date(2026, 10, 24, 12, 0, 0), 'now'],
    [new Date(2026, 10, 25, 12, 0, 0), 'tomorrow'],
    [new Date(2027, 1, 16, 9, 0, 0), 'in 84 days'],
    [new Date(2027, 1, 22, 12, 0, 0), 'in 90 days'],
    [new Date(2027, 2, 14, 12, 0, 0), '14 March 2027'],
    [new Date(2026, 6, 1, 12, 0, 0), '1 July 2026'],
  ])('says %s as "%s"', (date, words) => {
    expect(say(date)).toBe(words);
  });

  it('counts days by the calendar: 35 hours ago may be two days ago', () => {
    expect(say(new Date(2026, 10, 23, 1, 0, 0))).toBe('yesterday');
    expect(
      formatRelativeTime({ date: new Date(2026, 10, 22, 23), now: new Date(2026, 10, 24, 10), locale: 'en-GB' }),
    ).toBe('2 days ago');
  });

  it('speaks the language asked for', () => {
    expect(say(new Date(2026, 10, 29, 12), 'de')).toBe('in 5 Tagen');
  });
});
