import assert from 'node:assert/strict';
import type { CurrentUser } from '@stackframe/js';
import type { Chapter } from '../chapter.ts';

/** The documentation's snippet, as a function of the key it looks for. */
async function describeValidity(user: CurrentUser, apiKeyId: string): Promise<string> {
  const apiKeys = await user.listApiKeys();
  const apiKey = apiKeys.find((key) => key.id === apiKeyId);

  if (apiKey && apiKey.isValid()) {
    // API key is valid
    return 'API key is valid';
  } else {
    // API key is invalid (expired or revoked)
    const reason = apiKey ? apiKey.whyInvalid() : 'not found';
    return `API key is invalid: ${reason}`;
  }
}

const yesterday = new Date(Date.now() - 24 * 60 * 60 * 1000);

export const checkingApiKeyValidity: Chapter = {
  title: 'Checking API key validity',
  guarantees: {
    'a live key is valid': async ({ stackApp }) => {
      const user = await stackApp.getUser({ or: 'throw' });
      const { id } = await user.createApiKey({ description: 'Live', expiresAt: null });
      assert.equal(await describeValidity(user, id), 'API key is valid');
    },

    'a revoked key is invalid, and says so': async ({ stackApp }) => {
      const user = await stackApp.getUser({ or: 'throw' });
      const apiKey = await user.createApiKey({ description: 'Revoked', expiresAt: null });
      await apiKey.revoke();
      assert.equal(await describeValidity(user, apiKey.id), 'API key is invalid: manually-revoked');
    },

    'an expired key is invalid, and says so': async ({ stackApp }) => {
      const user = await stackApp.getUser({ or: 'throw' });
      const { id } = await user.createApiKey({ description: 'Expired', expiresAt: yesterday });
      assert.equal(await describeValidity(user, id), 'API key is invalid: expired');
    },

    'an unknown key is not found': async ({ stackApp, teamId }) => {
      const user = await stackApp.getUser({ or: 'throw' });
      assert.equal(await describeValidity(user, teamId), 'API key is invalid: not found');
    },
  },
};
