import { StackClientApp } from '@latchkey/react';

/**
 * The operator's own session. In the storage of this origin and not in a cookie: cookies are shared by all ports of a host, and
 * on a developer's machine other applications run beside this one.
 */
export const stackApp = new StackClientApp({
  baseUrl: location.origin,
  projectId: 'internal',
  tokenStore: 'local-storage',
  urls: {
    home: '/',
    afterSignIn: '/',
    afterSignOut: '/handler/sign-in',
    accountSettings: '/account',
    // Signing up is closed here, so whoever is invited becomes an operator at a page of its own.
    teamInvitation: '/join',
  },
});
