import { describe, expect, it } from 'vitest';
import { apiKeyStatus, isLive } from './api-key-status.ts';

const now = new Date('2026-03-01T12:00:00Z');
const at = (iso: string) => ({ expiresAt: new Date(iso), manuallyRevokedAt: null });

describe('apiKeyStatus', () => {
  it('calls a key without an end active', () => {
    expect(apiKeyStatus({ expiresAt: undefined, manuallyRevokedAt: null }, now)).toBe('active');
  });

  it('warns from exactly seven days before the end, and not a millisecond earlier', () => {
    expect(apiKeyStatus(at('2026-03-08T12:00:00.001Z'), now)).toBe('active');
    expect(apiKeyStatus(at('2026-03-08T12:00:00.000Z'), now)).toBe('expiring');
  });

  it('calls a key expired from the very moment of its end, as the server does', () => {
    expect(apiKeyStatus(at('2026-03-01T12:00:00.001Z'), now)).toBe('expiring');
    expect(apiKeyStatus(at('2026-03-01T12:00:00.000Z'), now)).toBe('expired');
  });

  it('calls a revoked key revoked, whether or not it would have expired by now', () => {
    const revoked = { ...at('2026-02-01T00:00:00Z'), manuallyRevokedAt: new Date('2026-01-01T00:00:00Z') };
    expect(apiKeyStatus(revoked, now)).toBe('revoked');
  });
});

describe('isLive', () => {
  it('holds for active and expiring keys only', () => {
    expect(isLive(at('2027-01-01T00:00:00Z'), now)).toBe(true);
    expect(isLive(at('2026-03-02T00:00:00Z'), now)).toBe(true);
    expect(isLive(at('2026-02-01T00:00:00Z'), now)).toBe(false);
    expect(isLive({ expiresAt: undefined, manuallyRevokedAt: now }, now)).toBe(false);
  });
});
