import assert from 'node:assert/strict';
import type { Chapter } from '../chapter.ts';
import { observeRequests } from '../observe-requests.ts';

export const headerSpelling: Chapter = {
  title: 'The spelling of the headers',
  guarantees: {
    'a request is answered in the spelling it came in': async ({ version, stackServerApp }) => {
      const prefix = version.headerPrefix;
      const otherPrefix = prefix === 'x-stack-' ? 'x-hexclave-' : 'x-stack-';

      const [request] = await observeRequests(() => stackServerApp.getUser({ apiKey: 'no such key' }));

      assert.ok(request);
      assert.equal(request.requestHeaders.get(`${prefix}access-type`), 'server');
      assert.equal(request.requestHeaders.has(`${otherPrefix}access-type`), false);
      assert.equal(request.responseHeaders.get(`${prefix}actual-status`), '404');
      assert.equal(request.responseHeaders.get(`${prefix}known-error`), 'API_KEY_NOT_FOUND');
      assert.equal(request.responseHeaders.has(`${otherPrefix}known-error`), false);
    },
  },
};
