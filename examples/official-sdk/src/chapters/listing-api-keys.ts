import assert from 'node:assert/strict';
import type { Chapter } from '../chapter.ts';

export const listingApiKeys: Chapter = {
  title: 'Listing API keys',
  guarantees: {
    'the frontend lists the keys of the user and of the team': async ({ stackApp, teamId }) => {
      const user = await stackApp.getUser();
      assert.ok(user);

      // List user's API keys
      const userApiKeys = await user.listApiKeys();

      // List a team's API keys
      const team = await user.getTeam(teamId);
      assert.ok(team);
      const teamApiKeys = await team.listApiKeys();

      assert.deepEqual(descriptionsOf(userApiKeys), userKeyDescriptions);
      assert.deepEqual(descriptionsOf(teamApiKeys), teamKeyDescriptions);
    },

    'the backend lists the keys of any user and any team': async ({ stackServerApp, userId, teamId }) => {
      // List a specific user's API keys
      const user = await stackServerApp.getServerUserById(userId);
      assert.ok(user);
      const userApiKeys = await user.listApiKeys();

      // List a team's API keys
      const team = await stackServerApp.getTeam(teamId);
      assert.ok(team);
      const teamApiKeys = await team.listApiKeys();

      assert.deepEqual(descriptionsOf(userApiKeys), userKeyDescriptions);
      assert.deepEqual(descriptionsOf(teamApiKeys), teamKeyDescriptions);
    },

    'a key is shown in full when it is created, and never again': async ({ stackApp }) => {
      const user = await stackApp.getUser();
      assert.ok(user);
      const created = await user.createApiKey({ description: 'Shown once', expiresAt: null });

      const listed = (await user.listApiKeys()).find((key) => key.id === created.id);

      assert.deepEqual(listed?.value, { lastFour: created.value.slice(-4) });
      assert.ok(!JSON.stringify(listed).includes(created.value));
    },
  },
};

// What the chapters before this one created, newest first.
const userKeyDescriptions = [
  'API key created by server',
  'Development environment key',
  'Admin-provisioned API key',
  'My client application',
];
const teamKeyDescriptions = [
  'Server-created team API key',
  'Team service integration',
  'Admin-provisioned team API key',
  'Team integration service',
];

function descriptionsOf(apiKeys: { description: string }[]): string[] {
  return apiKeys.map((key) => key.description);
}
