import assert from 'node:assert/strict';
import type { Chapter } from '../chapter.ts';

export const settingUpApiKeys: Chapter = {
  title: 'Setting up API keys',
  guarantees: {
    'a new project has both kinds of API key switched off': async ({ stackApp, stackServerApp, teamId }) => {
      const user = await stackApp.getUser();
      assert.ok(user);
      await assert.rejects(user.createApiKey({ description: 'Too early', expiresAt: null }), /: 400 /);

      const team = await stackServerApp.getTeam(teamId);
      assert.ok(team);
      await assert.rejects(team.createApiKey({ description: 'Too early', expiresAt: null }), /: 400 /);
    },

    'the owner enables user API keys and team API keys in the project settings': async ({ project, stackApp }) => {
      await project.update({ config: { allowUserApiKeys: true, allowTeamApiKeys: true } });

      const { config } = await stackApp.getProject();
      assert.equal(config.allowUserApiKeys, true);
      assert.equal(config.allowTeamApiKeys, true);
    },

    'what was refused before left no key behind': async ({ stackServerApp, userId, teamId }) => {
      const user = await stackServerApp.getServerUserById(userId);
      const team = await stackServerApp.getTeam(teamId);
      assert.deepEqual(await user?.listApiKeys(), []);
      assert.deepEqual(await team?.listApiKeys(), []);
    },
  },
};
