import { projectSettings, type ProjectSettings } from '@latchkey/contract';
import { describe, expect, it } from 'vitest';
import { KnownError } from '../../http/errors.ts';
import { requireTrustedUrl } from './require-trusted-url.ts';
import { settingsFrom } from './settings-from.ts';

const initial = settingsFrom({ project_overrides: {}, branch_overrides: {}, environment_overrides: {} });

function isTrusted(
  url: string,
  { domains = [], allow_localhost = false }: { domains?: string[]; allow_localhost?: boolean },
): boolean {
  const settings: ProjectSettings = {
    ...initial,
    allow_localhost,
    domains: domains.map((domain) => ({ domain, handler_path: '/handler' })),
  };
  try {
    requireTrustedUrl({ settings }, url);
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(KnownError);
    expect(error).toHaveProperty('code', 'REDIRECT_URL_NOT_WHITELISTED');
    return false;
  }
}

describe('a trusted domain', () => {
  const domains = ['https://example.com', 'http://plain.example.org:8080/', 'https://[2001:db8::1]', 'http://intranet'];

  it.each([
    'https://example.com',
    'https://example.com/',
    'https://example.com/handler/email-verification?x=1#y',
    'https://EXAMPLE.com/',
    'HTTPS://example.com/',
    'https://example.com:443/',
    'https://example.com/@evil.com',
    'https://example.com?@evil.com',
    'https://example.com#@evil.com',
    'http://plain.example.org:8080/path',
    'https://[2001:db8::1]/',
    'https://[2001:0db8:0:0:0:0:0:1]/',
    'http://intranet/path',
  ])('trusts %s', (url) => expect(isTrusted(url, { domains })).toBe(true));

  it.each([
    ['another scheme', 'http://example.com/'],
    ['another port', 'https://example.com:8443/'],
    ['another port than the one named', 'http://plain.example.org/'],
    ['a subdomain', 'https://sub.example.com/'],
    ['the domain as a prefix', 'https://example.com.evil.com/'],
    ['the domain as a suffix', 'https://notexample.com/'],
    ['a dot that is none', 'https://examplexcom/'],
    ['a trailing dot', 'https://example.com./'],
    ['a name before an @', 'https://example.com@evil.com/'],
    ['a name and password before an @', 'https://example.com:443@evil.com/'],
    ['the right host behind credentials', 'https://evil.com@example.com/'],
    ['empty credentials', 'https://@example.com/'],
    ['an encoded @', 'https://example.com%40evil.com/'],
    ['a backslash for the slash', 'https://evil.com\\@example.com/'],
    ['a backslash behind the host', 'https://example.com\\.evil.com/'],
    ['backslashes for the scheme', 'https:\\\\example.com/'],
    ['one slash', 'https:/example.com/'],
    ['three slashes', 'https:///example.com/'],
    ['no scheme', '//example.com/'],
    ['a path only', '/handler'],
    ['a tab', 'https://exa\tmple.com/'],
    ['a line break', 'https://example.com\n.evil.com/'],
    ['white space before', ' https://example.com/'],
    ['a NUL character', 'https://example.com\0/'],
    ['a C1 control character', 'https://example.com/\u0085'],
    ['javascript', 'javascript://example.com/%0aalert(1)'],
    ['javascript in short', 'javascript:alert(1)'],
    ['data', 'data:text/html,<script>alert(1)</script>'],
    ['a blob', 'blob:https://example.com/x'],
    ['ftp', 'ftp://example.com/'],
    ['an invalid port', 'https://example.com:99999/'],
    ['a full-width dot that the browser reads as a dot', 'https://example。com.evil.com/'],
    ['a look-alike letter', 'https://ex\u0430mple.com/'],
    ['another IPv6 address', 'https://[2001:db8::2]/'],
    ['nothing', ''],
  ])('does not trust %s', (_what, url) => expect(isTrusted(url, { domains })).toBe(false));

  it('trusts nothing when there is none', () => expect(isTrusted('https://example.com/', {})).toBe(false));
});

describe('a trusted domain with wildcards', () => {
  it.each([
    ['https://*.example.com', 'https://app.example.com/'],
    ['https://*.example.com', 'https://APP.example.com/x'],
    ['https://app-*.example.com', 'https://app-7.example.com/'],
    ['https://**.example.com', 'https://a.b.example.com/'],
    ['https://**.example.com', 'https://a.example.com/'],
    ['http://*.example.com:8080', 'http://a.example.com:8080/'],
  ])('%s trusts %s', (domain, url) => expect(isTrusted(url, { domains: [domain] })).toBe(true));

  it.each([
    ['https://*.example.com', 'https://example.com/'],
    ['https://*.example.com', 'https://a.b.example.com/'],
    ['https://*.example.com', 'https://evil.com/.example.com'],
    ['https://*.example.com', 'https://evil.com?.example.com'],
    ['https://*.example.com', 'https://evil.com#.example.com'],
    ['https://*.example.com', 'https://evil.com\\.example.com'],
    ['https://*.example.com', 'https://a.example.com.evil.com/'],
    ['https://*.example.com', 'https://a.examplexcom/'],
    ['https://*.example.com', 'https://.example.com/'],
    ['https://**.example.com', 'https://example.com/'],
    ['https://**.example.com', 'https://evilexample.com/'],
    ['https://*.example.com', 'http://a.example.com/'],
    ['https://*.example.com', 'https://a.example.com:444/'],
  ])('%s does not trust %s', (domain, url) => expect(isTrusted(url, { domains: [domain] })).toBe(false));

  it.each([
    'https://*',
    'https://**',
    'https://*.com',
    'https://**.com',
    'https://*.*.com',
    'http://*:8080',
    'https://example.*',
    'https://a*b*c*.example.com',
  ])('%s cannot be trusted at all', (domain) =>
    expect(projectSettings.domains.schema.safeParse([{ domain, handler_path: '/handler' }]).success).toBe(false),
  );

  it.each([
    'javascript:alert(1)',
    'https://user@example.com',
    'https://example.com/path',
    'https://example.com?x',
    'https://example.com#x',
    'https://exam ple.com',
    'https://example.com\\',
    'https://[::1',
    'example.com',
    'https://',
    'ftp://example.com',
  ])('%s is no domain', (domain) =>
    expect(projectSettings.domains.schema.safeParse([{ domain, handler_path: '/handler' }]).success).toBe(false),
  );
});

describe('this machine', () => {
  it.each([
    'http://localhost',
    'http://localhost:3000/handler',
    'https://localhost/',
    'http://LOCALHOST:1/',
    'http://app.localhost:3000/',
    'http://127.0.0.1:3000/',
    'http://127.1.2.3/',
    'http://[::1]:3000/',
    'http://[0:0:0:0:0:0:0:1]/',
  ])('is trusted as %s where the project allows it, and else not', (url) => {
    expect(isTrusted(url, { allow_localhost: true })).toBe(true);
    expect(isTrusted(url, { allow_localhost: false })).toBe(false);
  });

  it.each([
    'http://localhost.evil.com/',
    'http://evil-localhost/',
    'http://localhost@evil.com/',
    'http://evil.com@localhost/',
    'http://127.0.0.1.evil.com/',
    'http://127.0.0.1@evil.com/',
    'http://128.0.0.1/',
    'http://0.0.0.0/',
    'http://[::2]/',
    'http://[::ffff:8.8.8.8]/',
    'http://[::]/',
    'javascript://localhost/%0aalert(1)',
    'http:\\\\localhost/',
    'ftp://localhost/',
  ])('is not %s', (url) => expect(isTrusted(url, { allow_localhost: true })).toBe(false));
});
