import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { createCookieTokenStore } from '../../../js/src/sessions/cookie-token-store.ts';
import { consoleSnippet } from './impersonation.ts';

describe('the snippet for the browser console', () => {
  it('signs in where the SDK keeps its sessions in cookies', () => {
    const session = { accessToken: 'header.payload.signature', refreshToken: 'refresh' };
    const page = { document: { cookie: '' }, location: { protocol: 'https:', reload: () => undefined } };
    runInNewContext(consoleSnippet('project', session), page);
    expect(page.document.cookie).toMatch(/; path=\/; samesite=lax; max-age=3600; secure$/);
    Object.assign(globalThis, page);
    try {
      expect(createCookieTokenStore('project').get()).toEqual(session);
    } finally {
      for (const name of ['document', 'location']) Reflect.deleteProperty(globalThis, name);
    }
  });
});
