import { describe, expect, it } from 'vitest';
import { readReturn, withReturn } from './return-url.ts';

function returnFrom(page: string, returnTo: string): string | null {
  return readReturn(`${page}?after_auth_return_to=${encodeURIComponent(returnTo)}`);
}

describe('where to go after signing in', () => {
  it('is where the browser was', () => {
    const signIn = withReturn('/handler/sign-in', 'https://app.example/keys?page=2#top');
    expect(signIn.startsWith('https://app.example/handler/sign-in?')).toBe(true);
    expect(readReturn(signIn)).toBe('/keys?page=2#top');
    // From the page for signing in to the one for signing up, and still back to the first.
    expect(readReturn(withReturn('/handler/sign-up', signIn))).toBe('/keys?page=2#top');
  });

  it('is nowhere in particular where nothing says so', () => {
    expect(readReturn('https://app.example/handler/sign-in')).toBeNull();
  });

  it.each([
    'https://evil.example/',
    '//evil.example',
    '///evil.example',
    '\\\\evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/.//evil.example',
    '/x/..//evil.example',
    'https://app.example//evil.example',
    'https://app.example@evil.example/',
    'http:evil.example',
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    'blob:https://app.example/6c5a2b7f',
    'https://app.example:8443/',
    'http://app.example/',
    'https://[',
  ])('is never on another origin: %j', (returnTo) => {
    expect(returnFrom('https://app.example/handler/sign-in', returnTo)).toBeNull();
  });

  it('stays on this origin, too, where the scheme stands alone', () => {
    expect(returnFrom('https://app.example/handler/sign-in', 'https:evil.example')).toBe('/handler/evil.example');
    expect(returnFrom('http://app.example/handler/sign-in', 'https:evil.example')).toBeNull();
  });
});
