import { projectSettings } from '@latchkey/contract';
import { describe, expect, it } from 'vitest';
import { readDomain } from './read-domain.ts';

function takes(domain: string): boolean {
  return projectSettings.domains.schema.safeParse([{ domain, handler_path: '/handler' }]).success;
}

describe('a trusted domain as it is typed', () => {
  it.each([
    'https://example.com',
    'https://example.com/',
    ' HTTPS://Example.com:8443 ',
    'https://*.example.com',
    'https://**.preview-*.example.com',
    'http://intranet:3000',
    'http://[::1]:3000',
    'http://*.localhost:3000',
  ])('%s is taken, by the server too', (typed) => {
    const read = readDomain(typed);
    expect(read).toHaveProperty('domain');
    expect('domain' in read && takes(read.domain)).toBe(true);
  });

  it.each([
    ['example.com', /https:\/\/example\.com/],
    ['', /Begin with https/],
    ['ftp://example.com', /Only https/],
    ['https://', /Name the host/],
    ['https://example.com/callback', /path/],
    ['https://example.com?next=/', /after the host/],
    ['https://me@example.com', /before the @/],
    ['https://example.com:port', /port is a number/],
    ['https://example.com:70000', /at most 65535/],
    ['https://*.com', /last two parts/],
    ['https://*', /last two parts/],
    ['https://a.*.*.*.example.com', /at most two/],
    ['https://exa mple.com', /not the name of a host/],
  ])('%s is refused with what to do, as the server refuses it', (typed, problem) => {
    expect(readDomain(typed)).toEqual({ problem: expect.stringMatching(problem) as string });
    expect(takes(typed)).toBe(false);
  });
});
