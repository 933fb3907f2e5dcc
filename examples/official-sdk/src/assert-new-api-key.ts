import assert from 'node:assert/strict';
import type { CurrentUser, Team } from '@stackframe/js';

type NewApiKey = Awaited<ReturnType<CurrentUser['createApiKey']>> | Awaited<ReturnType<Team['createApiKey']>>;

const millisPerDay = 24 * 60 * 60 * 1000;

/** Asserts that a key just created is what was asked for, and that its string has the documented format. */
export function assertNewApiKey(
  apiKey: NewApiKey,
  expected: { type: 'user' | 'team'; description: string; expiresInDays: number },
): void {
  const format = new RegExp(`^sk_[0-9a-hjkmnp-tv-z]{45}[0-9a-f]{32}${expected.type}1574ck4u7h[0-9a-f]{8}$`);
  assert.match(apiKey.value, format);
  assert.equal(apiKey.type, expected.type);
  assert.equal(apiKey.description, expected.description);

  assert.ok(apiKey.expiresAt);
  const daysLeft = (apiKey.expiresAt.getTime() - Date.now()) / millisPerDay;
  assert.equal(Math.round(daysLeft), expected.expiresInDays);
  assert.equal(apiKey.isValid(), true);
}
