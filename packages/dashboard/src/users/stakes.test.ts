import { describe, expect, it } from 'vitest';
import { describeEnd, describeLeaving, describeReturn, type Stakes } from './stakes.ts';

const nothing: Stakes = { validKeys: 0, sessions: 0, teams: 0, emptyTeams: [], isAtLeast: false };

describe('what hangs on a user', () => {
  it('is told in numbers', () => {
    expect(describeEnd({ ...nothing, validKeys: 3, sessions: 2 })).toBe(
      '3 valid API keys stop working at once and 2 sessions end.',
    );
    expect(describeEnd({ ...nothing, validKeys: 1, sessions: 1 })).toBe(
      '1 valid API key stops working at once and 1 session ends.',
    );
    expect(describeEnd({ ...nothing, validKeys: 1_000, isAtLeast: true })).toBe(
      'At least 1,000 valid API keys stop working at once. They have no session.',
    );
  });

  it('is nothing where there is nothing', () => {
    expect(describeEnd(nothing)).toBe('They have no valid API key and no session: nothing stops working.');
    expect(describeEnd({ ...nothing, sessions: 1 })).toBe('They have no valid API key. 1 session ends.');
    expect(describeLeaving(nothing)).toBe('They are in no team.');
    expect(describeReturn(nothing)).toBe('They have no API key that would work again.');
  });

  it('says which teams nobody is left in', () => {
    expect(describeLeaving({ ...nothing, teams: 3 })).toBe('They leave 3 teams, each of which has other members.');
    expect(describeLeaving({ ...nothing, teams: 3, emptyTeams: ['Northwind'] })).toBe(
      'They leave 3 teams; Northwind then has no member, and its keys stay valid.',
    );
    expect(describeLeaving({ ...nothing, teams: 3, emptyTeams: ['A', 'B'] })).toBe(
      'They leave 3 teams; 2 teams then have no member, and their keys stay valid.',
    );
  });

  it('says what works again', () => {
    expect(describeReturn({ ...nothing, validKeys: 1 })).toBe('1 API key works again at once.');
    expect(describeReturn({ ...nothing, validKeys: 3 })).toBe('3 API keys work again at once.');
  });
});
