import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { consoleSnippet } from './impersonation.ts';

it('the snippet for the console keeps both tokens in the cookie of the SDK, for an hour', () => {
  const session = { accessToken: 'header.payload.signature', refreshToken: 'refresh' };
  const page = { document: { cookie: '' }, location: { protocol: 'https:', reload: () => undefined } };
  runInNewContext(consoleSnippet('project', session), page);
  expect(page.document.cookie).toBe(
    'latchkey-session-project=refresh.header.payload.signature; path=/; samesite=lax; max-age=3600; secure',
  );
});
