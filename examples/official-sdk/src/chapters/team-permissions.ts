import assert from 'node:assert/strict';
import type { Chapter } from '../chapter.ts';

// The answer for a key that does not exist: whoever may not manage a team's keys learns nothing about them.
const notFound = { errorCode: 'API_KEY_NOT_FOUND' };

export const teamPermissions: Chapter = {
  title: 'Who may manage the API keys of a team',
  guarantees: {
    'who creates a team may manage its keys, a member may not': async ({ stackApp, benApp, teamId }) => {
      const ada = await stackApp.getUser({ or: 'throw' });
      const ben = await benApp.getUser({ or: 'throw' });
      const team = await ada.getTeam(teamId);
      assert.ok(team);

      assert.equal(await ada.hasPermission(team, '$manage_api_keys'), true);
      assert.equal(await ben.hasPermission(team, '$manage_api_keys'), false);
    },

    'a member without $manage_api_keys is refused, and nothing changes': async ({ benApp, stackServerApp, teamId }) => {
      const ben = await benApp.getUser({ or: 'throw' });
      const team = await ben.getTeam(teamId);
      const serverTeam = await stackServerApp.getTeam(teamId);
      assert.ok(team && serverTeam);
      const before = await serverTeam.listApiKeys();

      await assert.rejects(team.listApiKeys(), notFound);
      await assert.rejects(team.createApiKey({ description: 'Not allowed', expiresAt: null }), notFound);

      const after = await serverTeam.listApiKeys();
      assert.deepEqual(idsOf(after), idsOf(before));
    },

    'a member who loses the permission cannot even revoke a key in hand': async (scene) => {
      const { benApp, stackServerApp, benId, teamId } = scene;
      const serverTeam = await stackServerApp.getTeam(teamId);
      const serverBen = await stackServerApp.getServerUserById(benId);
      assert.ok(serverTeam && serverBen);
      await serverBen.grantPermission(serverTeam, '$manage_api_keys');
      const team = await (await benApp.getUser({ or: 'throw' })).getTeam(teamId);
      const apiKey = await team?.createApiKey({ description: 'Made while allowed', expiresAt: null });
      assert.ok(apiKey);

      await serverBen.revokePermission(serverTeam, '$manage_api_keys');

      await assert.rejects(apiKey.revoke(), notFound);
      const caller = await stackServerApp.getTeam({ apiKey: apiKey.value });
      assert.equal(caller?.id, teamId);
    },

    'someone outside the team does not see it': async ({ benApp, stackServerApp, userId }) => {
      const team = await stackServerApp.createTeam({ displayName: 'Difference Engines', creatorUserId: userId });
      const ben = await benApp.getUser({ or: 'throw' });
      assert.equal(await ben.getTeam(team.id), null);
    },
  },
};

function idsOf(apiKeys: { id: string }[]): string[] {
  return apiKeys.map((key) => key.id);
}
