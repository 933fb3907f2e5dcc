import type { UsageHour } from '@latchkey/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checksByDay, checksByHour, mainReason, sumChecks } from './checks.ts';

const none = { notFound: 0, wrongType: 0, revoked: 0, expired: 0, ownerRestricted: 0, kindDisabled: 0 };

function hour(at: string, valid: number, refused: Partial<UsageHour['refused']> = {}): UsageHour {
  return { at: new Date(at), valid, refused: { ...none, ...refused } };
}

/** A day of 23 hours on 28 March 2027, and one of 25 hours on 31 October. */
const zone = 'Europe/Berlin';
let before: string | undefined;
beforeEach(() => {
  before = process.env['TZ'];
  process.env['TZ'] = zone;
});
afterEach(() => {
  if (before === undefined) delete process.env['TZ'];
  else process.env['TZ'] = before;
});

describe('checksByDay', () => {
  it('puts an hour into the day that it has here, not in Greenwich', () => {
    const hours = [hour('2027-01-09T22:00:00Z', 1), hour('2027-01-09T23:00:00Z', 2)];
    const days = checksByDay(hours, { now: new Date('2027-01-10T12:00:00Z'), days: 2 });
    expect(days.map(({ at, valid }) => [at.toISOString(), valid])).toEqual([
      ['2027-01-08T23:00:00.000Z', 1],
      ['2027-01-09T23:00:00.000Z', 2],
    ]);
  });

  it('has each day once where the clock is put forward, and where it is put back', () => {
    const spring = checksByDay([hour('2027-03-28T21:00:00Z', 1), hour('2027-03-28T22:00:00Z', 2)], {
      now: new Date('2027-03-29T12:00:00Z'),
      days: 3,
    });
    expect(spring.map(({ at, valid }) => [at.getDate(), valid])).toEqual([
      [27, 0],
      [28, 1],
      [29, 2],
    ]);
    const autumn = checksByDay([hour('2027-10-30T22:00:00Z', 1), hour('2027-10-31T22:00:00Z', 2)], {
      now: new Date('2027-11-01T12:00:00Z'),
      days: 3,
    });
    expect(autumn.map(({ at, valid }) => [at.getDate(), valid])).toEqual([
      [30, 0],
      [31, 3],
      [1, 0],
    ]);
  });

  it('leaves out what was before the first day', () => {
    const days = checksByDay([hour('2026-12-01T00:00:00Z', 9)], { now: new Date('2027-01-10T12:00:00Z'), days: 30 });
    expect(days).toHaveLength(30);
    expect(sumOf(days)).toBe(0);
  });
});

describe('checksByHour', () => {
  it('has an hour for each, those without a check as well, the present one last', () => {
    const hours = [hour('2027-01-09T10:00:00Z', 1), hour('2027-01-09T12:00:00Z', 3, { expired: 2 })];
    const spans = checksByHour(hours, { now: new Date('2027-01-09T12:59:59Z'), count: 3 });
    expect(spans.map(({ at, valid, refused }) => [at.toISOString().slice(11, 16), valid, refused])).toEqual([
      ['10:00', 1, 0],
      ['11:00', 0, 0],
      ['12:00', 3, 2],
    ]);
  });
});

describe('sumChecks', () => {
  it('adds up the refusals by reason, of which the most frequent is the main one', () => {
    const sum = sumChecks([
      hour('2027-01-09T10:00:00Z', 5, { expired: 1, revoked: 2 }),
      hour('2027-01-09T11:00:00Z', 6, { expired: 2 }),
    ]);
    expect(sum).toMatchObject({ valid: 11, refused: 5, reasons: { expired: 3, revoked: 2 } });
    expect(mainReason(sum)).toBe('expired');
    expect(mainReason(sumChecks([]))).toBeNull();
  });
});

function sumOf(spans: readonly { valid: number }[]): number {
  return spans.reduce((sum, { valid }) => sum + valid, 0);
}
