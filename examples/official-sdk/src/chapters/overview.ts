import assert from 'node:assert/strict';
import { assertNewApiKey } from '../assert-new-api-key.ts';
import type { Chapter } from '../chapter.ts';

export const overview: Chapter = {
  title: 'Overview: user API keys and team API keys',
  guarantees: {
    'a signed-in user creates a key of their own': async ({ stackApp, userId }) => {
      const user = await stackApp.getUser();
      assert.ok(user);

      const apiKey = await user.createApiKey({
        description: 'My client application',
        expiresAt: new Date(Date.now() + 90 * 24 * 60 * 60 * 1000), // 90 days
        isPublic: false,
      });

      assertNewApiKey(apiKey, { type: 'user', description: 'My client application', expiresInDays: 90 });
      assert.equal(apiKey.userId, userId);
    },

    'the backend creates a key for a user': async ({ stackServerApp, userId }) => {
      const user = await stackServerApp.getServerUserById(userId);
      assert.ok(user);

      const apiKey = await user.createApiKey({
        description: 'Admin-provisioned API key',
        expiresAt: new Date(Date.now() + 30 * 24 * 60 * 60 * 1000), // 30 days
        isPublic: false,
      });

      assertNewApiKey(apiKey, { type: 'user', description: 'Admin-provisioned API key', expiresInDays: 30 });
      assert.equal(apiKey.userId, userId);
    },

    'a signed-in user creates a key of their team': async ({ stackApp, teamId }) => {
      const user = await stackApp.getUser();
      const team = await user?.getTeam(teamId);
      assert.ok(team);

      const teamApiKey = await team.createApiKey({
        description: 'Team integration service',
        expiresAt: new Date(Date.now() + 60 * 24 * 60 * 60 * 1000), // 60 days
        isPublic: false,
      });

      assertNewApiKey(teamApiKey, { type: 'team', description: 'Team integration service', expiresInDays: 60 });
      assert.equal(teamApiKey.teamId, teamId);
    },

    'the backend creates a key for a team': async ({ stackServerApp, teamId }) => {
      const team = await stackServerApp.getTeam(teamId);
      assert.ok(team);

      const teamApiKey = await team.createApiKey({
        description: 'Admin-provisioned team API key',
        expiresAt: new Date(Date.now() + 30 * 24 * 60 * 60 * 1000), // 30 days
        isPublic: false,
      });

      assertNewApiKey(teamApiKey, { type: 'team', description: 'Admin-provisioned team API key', expiresInDays: 30 });
      assert.equal(teamApiKey.teamId, teamId);
    },
  },
};
