import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

const secret = 's'.repeat(32);

describe('the configuration', () => {
  it('has a default for everything', () => {
    expect(readConfig({})).toMatchObject({
      port: 8102,
      host: 'localhost',
      databaseUrl: null,
      secrets: null,
      rateLimits: true,
    });
  });

  it('takes an empty variable for a missing one', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 8102, databaseUrl: null });
  });

  it('reads each variable from a file where that is named', () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'latchkey-config-')), 'secret');
    writeFileSync(file, `${secret}\n`);
    expect(readConfig({ LATCHKEY_SECRET_FILE: file }).secrets).toEqual([secret]);
  });

  it('reads two secrets for a rotation, the newer one first', () => {
    expect(readConfig({ LATCHKEY_SECRET: `${secret}new,${secret}` }).secrets).toEqual([`${secret}new`, secret]);
  });

  it('reads the proxies it may believe, and none by default', () => {
    const proxies = '127.0.0.1, 10.0.0.0/8,fd00::/8';
    const { trustedProxies } = readConfig({ LATCHKEY_TRUSTED_PROXIES: proxies });
    expect(trustedProxies).toEqual(['127.0.0.1', '10.0.0.0/8', 'fd00::/8']);
    expect(readConfig({}).trustedProxies).toEqual([]);
  });

  it('takes the trailing slash off the public URL', () => {
    expect(readConfig({ LATCHKEY_URL: 'https://keys.example.com/' }).publicUrl).toBe('https://keys.example.com');
  });

  it.each([
    ['PORT', { PORT: 'eighty' }],
    ['PORT', { PORT: '70000' }],
    ['LATCHKEY_URL', { LATCHKEY_URL: 'keys.example.com' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://localhost/x', LATCHKEY_SECRET: secret }],
    ['LATCHKEY_SECRET', { DATABASE_URL: 'postgres://localhost/x' }],
    ['LATCHKEY_SECRET', { LATCHKEY_SECRET: 'short' }],
    ['LATCHKEY_SECRET', { LATCHKEY_SECRET: `${secret},short` }],
    ['LATCHKEY_SECRET_FILE', { LATCHKEY_SECRET_FILE: '/does/not/exist' }],
    ['LATCHKEY_SMTP_URL', { LATCHKEY_SMTP_URL: 'mail.example.com' }],
    ['LATCHKEY_RATE_LIMITS', { LATCHKEY_RATE_LIMITS: 'maybe' }],
    ['LATCHKEY_OPERATOR_SIGN_UP', { LATCHKEY_OPERATOR_SIGN_UP: 'yes' }],
    ['LATCHKEY_TRUSTED_PROXIES', { LATCHKEY_TRUSTED_PROXIES: '10.0.0.1, proxy.example.com' }],
    ['LATCHKEY_TRUSTED_PROXIES', { LATCHKEY_TRUSTED_PROXIES: '10.0.0.0/33' }],
    ['LATCHKEY_TRUSTED_PROXIES', { LATCHKEY_TRUSTED_PROXIES: '10.0.0.0/0' }],
    ['LATCHKEY_TRUSTED_PROXIES', { LATCHKEY_TRUSTED_PROXIES: 'fd00::/129' }],
    ['LATCHKEY_INTERNAL_SECRET_SERVER_KEY', { HOST: '0.0.0.0', LATCHKEY_INTERNAL_SECRET_SERVER_KEY: 'short' }],
  ])('names %s when it is wrong, in one sentence', (name, environment) => {
    expect(() => readConfig(environment)).toThrow(new RegExp(`^The environment variable ${name} .*\\.$`));
  });

  it('lets the keys of internal be short on a loopback address only', () => {
    expect(
      readConfig({ HOST: '127.0.0.1', LATCHKEY_INTERNAL_SECRET_SERVER_KEY: 'dev' }).internalKeys.secret_server,
    ).toBe('dev');
  });

  it('never repeats the value of a secret', () => {
    expect(() => readConfig({ LATCHKEY_SECRET: 'hunter2' })).toThrow(/^(?!.*hunter2)/);
    expect(() => readConfig({ DATABASE_URL: 'http://user:hunter2@host/x' })).toThrow(/^(?!.*hunter2)/);
  });
});
