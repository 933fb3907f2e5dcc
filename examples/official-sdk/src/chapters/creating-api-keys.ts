import assert from 'node:assert/strict';
import { assertNewApiKey } from '../assert-new-api-key.ts';
import type { Chapter } from '../chapter.ts';

export const creatingApiKeys: Chapter = {
  title: 'Creating user and team API keys',
  guarantees: {
    'the frontend creates a user API key': async ({ stackApp }) => {
      const user = await stackApp.getUser();
      assert.ok(user);

      const apiKey = await user.createApiKey({
        description: 'Development environment key',
        expiresAt: new Date(Date.now() + 90 * 24 * 60 * 60 * 1000), // 90 days from now
        isPublic: false,
      });

      assertNewApiKey(apiKey, { type: 'user', description: 'Development environment key', expiresInDays: 90 });
    },

    'the backend creates a user API key': async ({ stackServerApp, userId }) => {
      const user = await stackServerApp.getServerUserById(userId);
      assert.ok(user);

      const apiKey = await user.createApiKey({
        description: 'API key created by server',
        expiresAt: new Date(Date.now() + 90 * 24 * 60 * 60 * 1000), // 90 days
        isPublic: false,
      });

      assertNewApiKey(apiKey, { type: 'user', description: 'API key created by server', expiresInDays: 90 });
    },

    'the frontend creates a team API key': async ({ stackApp, teamId }) => {
      const user = await stackApp.getUser();
      assert.ok(user);

      const team = await user.getTeam(teamId);
      assert.ok(team);

      const teamApiKey = await team.createApiKey({
        description: 'Team service integration',
        expiresAt: new Date(Date.now() + 60 * 24 * 60 * 60 * 1000), // 60 days
        isPublic: false,
      });

      assertNewApiKey(teamApiKey, { type: 'team', description: 'Team service integration', expiresInDays: 60 });
    },

    'the backend creates a team API key': async ({ stackServerApp, teamId }) => {
      const team = await stackServerApp.getTeam(teamId);
      assert.ok(team);

      const teamApiKey = await team.createApiKey({
        description: 'Server-created team API key',
        expiresAt: new Date(Date.now() + 60 * 24 * 60 * 60 * 1000), // 60 days
        isPublic: false,
      });

      assertNewApiKey(teamApiKey, { type: 'team', description: 'Server-created team API key', expiresInDays: 60 });
    },
  },
};
