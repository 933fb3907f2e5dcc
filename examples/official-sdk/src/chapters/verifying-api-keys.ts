import assert from 'node:assert/strict';
import type { Chapter } from '../chapter.ts';

const yesterday = new Date(Date.now() - 24 * 60 * 60 * 1000);

export const verifyingApiKeys: Chapter = {
  title: 'Verifying API keys in the backend',
  guarantees: {
    'a user API key tells which user is calling': async ({ stackApp, stackServerApp, userId }) => {
      const user = await stackApp.getUser({ or: 'throw' });
      const apiKey = await user.createApiKey({ description: 'Calls the backend', expiresAt: null });

      const caller = await stackServerApp.getUser({ apiKey: apiKey.value });

      assert.equal(caller?.id, userId);
    },

    'a team API key tells which team is calling': async ({ stackApp, stackServerApp, teamId }) => {
      const user = await stackApp.getUser({ or: 'throw' });
      const team = await user.getTeam(teamId);
      const apiKey = await team?.createApiKey({ description: 'Calls the backend', expiresAt: null });
      assert.ok(apiKey);

      const caller = await stackServerApp.getTeam({ apiKey: apiKey.value });

      assert.equal(caller?.id, teamId);
    },

    'a revoked key gives null as soon as revoke() returns': async ({ stackApp, stackServerApp, teamId }) => {
      const user = await stackApp.getUser({ or: 'throw' });
      const userApiKey = await user.createApiKey({ description: 'Soon revoked', expiresAt: null });
      assert.ok(await stackServerApp.getUser({ apiKey: userApiKey.value }));
      await userApiKey.revoke();
      assert.equal(await stackServerApp.getUser({ apiKey: userApiKey.value }), null);

      const team = await user.getTeam(teamId);
      const teamApiKey = await team?.createApiKey({ description: 'Soon revoked', expiresAt: null });
      assert.ok(teamApiKey);
      assert.ok(await stackServerApp.getTeam({ apiKey: teamApiKey.value }));
      await teamApiKey.revoke();
      assert.equal(await stackServerApp.getTeam({ apiKey: teamApiKey.value }), null);
    },

    'an expired key gives null': async ({ stackServerApp, userId }) => {
      const user = await stackServerApp.getServerUserById(userId);
      const apiKey = await user?.createApiKey({ description: 'Expired', expiresAt: yesterday });
      assert.ok(apiKey);
      assert.equal(await stackServerApp.getUser({ apiKey: apiKey.value }), null);
    },

    'a key of the other kind gives null': async ({ stackServerApp, userId, teamId }) => {
      const user = await stackServerApp.getServerUserById(userId);
      const team = await stackServerApp.getTeam(teamId);
      const userApiKey = await user?.createApiKey({ description: 'Of a user', expiresAt: null });
      const teamApiKey = await team?.createApiKey({ description: 'Of a team', expiresAt: null });
      assert.ok(userApiKey && teamApiKey);

      assert.equal(await stackServerApp.getTeam({ apiKey: userApiKey.value }), null);
      assert.equal(await stackServerApp.getUser({ apiKey: teamApiKey.value }), null);
    },

    'an unknown string gives null': async ({ stackServerApp }) => {
      assert.equal(await stackServerApp.getUser({ apiKey: 'not an API key' }), null);
      assert.equal(await stackServerApp.getTeam({ apiKey: 'not an API key' }), null);
    },
  },
};
