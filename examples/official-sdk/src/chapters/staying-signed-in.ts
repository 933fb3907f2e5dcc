import assert from 'node:assert/strict';
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
  },
};
