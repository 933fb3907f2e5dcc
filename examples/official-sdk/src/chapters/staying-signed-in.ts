import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Chapter } from '../chapter.ts';
import { observeRequests } from '../observe-requests.ts';

export const stayingSignedIn: Chapter = {
  title: 'Staying signed in',
  guarantees: {
    'after the user has changed, the SDK refreshes its access token by itself': async ({ stackApp }) => {
      const user = await stackApp.getUser({ or: 'throw' });
      await user.update({ displayName: 'Ada Lovelace' });

      const requests = await observeRequests(async () => {
        const changed = await stackApp.getUser();
        assert.equal(changed?.displayName, 'Ada Lovelace');
      });

      assert.ok(requests.some((request) => request.url.endsWith('/auth/oauth/token')));
    },
    'signing out works also when the session has ended elsewhere': async ({
      version,
      clientOptions,
      stackServerApp,
    }) => {
      const app = new version.sdk.StackClientApp({ ...clientOptions, tokenStore: 'memory' });
      const credentials = { email: `${randomUUID()}@example.com`, password: randomUUID() };
      await app.signUpWithCredential({ ...credentials, noRedirect: true, noVerificationCallback: true });
      const user = await app.getUser({ or: 'throw' });
      const serverUser = await stackServerApp.getServerUserById(user.id);
      await serverUser?.setPassword({ password: randomUUID() });

      await user.signOut();

      assert.equal(await app.getUser(), null);
    },
  },
};
