import { describe, expect, it } from 'vitest';
import { describeLoss } from './describe-loss.ts';

const exactly = (count: number) => ({ count, isAtLeast: false });
const keys = (count: number) => ({
  valid: exactly(count),
  expiringIn7Days: exactly(0),
  unusedFor90Days: exactly(0),
  neverExpiring: exactly(0),
  ownerRestricted: exactly(0),
  reportedAsLeaked: exactly(0),
});

describe('what is lost with a project', () => {
  it('is said in numbers', () => {
    const loss = describeLoss({ users: exactly(8_214), teams: { count: 10_000, isAtLeast: true }, apiKeys: keys(3) });
    expect(loss).toMatch(/^8,214 users and 10,000\+ teams are deleted\. 3 valid API keys stop working;/);
  });

  it('is said of one and of none as people say it', () => {
    expect(describeLoss({ users: exactly(1), teams: exactly(0), apiKeys: keys(1) })).toMatch(
      /^1 user and no teams are deleted\. 1 valid API key stops working;/,
    );
    expect(describeLoss({ users: exactly(0), teams: exactly(0), apiKeys: keys(0) })).toMatch(
      /^no users and no teams are deleted\. No API key is valid now;/i,
    );
  });
});
