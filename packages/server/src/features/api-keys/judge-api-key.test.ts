import { describe, expect, it } from 'vitest';
import { type ApiKeyVerdict, isLive, type JudgedApiKey, judgeApiKey, type Question } from './judge-api-key.ts';

const now = new Date('2026-01-01T12:00:00Z');
const past = new Date(now.getTime() - 1);
const future = new Date(now.getTime() + 1);

const key: JudgedApiKey = { projectId: 'a', kind: 'user', revokedAt: null, expiresAt: null, ownerRestricted: false };
const question: Question = { projectId: 'a', kind: 'user', now };

const cases: [title: string, key: JudgedApiKey | undefined, question: Question, verdict: ApiKeyVerdict][] = [
  ['a live key is valid', key, question, 'valid'],
  ['a key that expires in a moment is valid', { ...key, expiresAt: future }, question, 'valid'],
  ['either kind is valid where none is asked for', { ...key, kind: 'team' }, { ...question, kind: null }, 'valid'],
  ['no key is not found', undefined, question, 'not_found'],
  ["another project's key is not found", key, { ...question, projectId: 'b' }, 'not_found'],
  [
    "another project's key is not found whatever else it is",
    { ...key, revokedAt: past, kind: 'team' },
    { ...question, projectId: 'b' },
    'not_found',
  ],
  [
    'the other kind is told before the state',
    { ...key, kind: 'team', revokedAt: past, expiresAt: past },
    question,
    'wrong_type',
  ],
  ['revoked comes before expired', { ...key, revokedAt: past, expiresAt: past }, question, 'revoked'],
  ['a key is expired from its moment on', { ...key, expiresAt: now }, question, 'expired'],
  ['the moment 0 is in the past', { ...key, expiresAt: new Date(0) }, question, 'expired'],
  ['the key of a restricted owner is refused', { ...key, ownerRestricted: true }, question, 'owner_restricted'],
  ['what is final comes before what can pass', { ...key, ownerRestricted: true, revokedAt: past }, question, 'revoked'],
];

describe('the verdict on an API key', () => {
  it.each(cases)('%s', (_title, judged, asked, verdict) => {
    expect(judgeApiKey(judged, asked)).toBe(verdict);
  });

  it('calls live what is neither revoked nor expired', () => {
    expect(isLive({ revokedAt: null, expiresAt: null }, now)).toBe(true);
    expect(isLive({ revokedAt: null, expiresAt: future }, now)).toBe(true);
    expect(isLive({ revokedAt: null, expiresAt: now }, now)).toBe(false);
    expect(isLive({ revokedAt: past, expiresAt: future }, now)).toBe(false);
  });
});
