import { describe, expect, it } from 'vitest';
import { callbackUrlOf } from './callback-url.ts';
import { resolvePageUrls } from './page-urls.ts';

describe('the pages of an application', () => {
  it('are at their usual places unless it says otherwise', () => {
    expect(resolvePageUrls()).toMatchObject({ signIn: '/handler/sign-in', afterSignOut: '/', home: '/' });
    expect(resolvePageUrls({ handler: '/auth', home: '/app', signUp: '/join' })).toMatchObject({
      signIn: '/auth/sign-in',
      signUp: '/join',
      afterSignIn: '/app',
    });
    expect(resolvePageUrls({ afterSignIn: '/keys' })).toMatchObject({ afterSignUp: '/keys', afterSignOut: '/' });
    expect(resolvePageUrls({ signIn: undefined } as object)).toMatchObject({ signIn: '/handler/sign-in' });
  });
});

describe('the link in a mail', () => {
  it('leads where the caller says, else to a page whose whole address is known', () => {
    const pages = resolvePageUrls({ handler: 'https://app.example/auth' });
    expect(callbackUrlOf(pages, 'emailVerification', undefined)).toBe('https://app.example/auth/email-verification');
    expect(callbackUrlOf(pages, 'emailVerification', 'https://b.example/v')).toBe('https://b.example/v');
  });

  it('needs a whole address on a server, which does not know its own', () => {
    expect(() => callbackUrlOf(resolvePageUrls(), 'passwordReset', undefined)).toThrow('absolute');
    expect(() => callbackUrlOf(resolvePageUrls(), 'passwordReset', '/reset')).toThrow('absolute');
  });
});
