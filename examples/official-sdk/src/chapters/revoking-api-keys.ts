import assert from 'node:assert/strict';
import type { Chapter } from '../chapter.ts';

export const revokingApiKeys: Chapter = {
  title: 'Revoking API keys',
  guarantees: {
    'the frontend revokes a key of the user': async ({ stackApp }) => {
      const user = await stackApp.getUser();
      assert.ok(user);
      const { id: apiKeyId } = await user.createApiKey({ description: 'Compromised', expiresAt: null });

      const apiKeys = await user.listApiKeys();
      const apiKeyToRevoke = apiKeys.find((key) => key.id === apiKeyId);

      if (apiKeyToRevoke) {
        await apiKeyToRevoke.revoke();
      }

      assertRevoked(await user.listApiKeys(), apiKeyId);
    },

    'the backend revokes a key of a user': async ({ stackServerApp, userId }) => {
      const user = await stackServerApp.getServerUserById(userId);
      assert.ok(user);
      const { id: apiKeyId } = await user.createApiKey({ description: 'No longer needed', expiresAt: null });

      const apiKeys = await user.listApiKeys();

      const apiKeyToRevoke = apiKeys.find((key) => key.id === apiKeyId);

      if (apiKeyToRevoke) {
        await apiKeyToRevoke.revoke();
      }

      assertRevoked(await user.listApiKeys(), apiKeyId);
    },

    'the frontend and the backend revoke keys of a team': async ({ stackApp, stackServerApp, teamId }) => {
      const user = await stackApp.getUser();
      for (const team of [await user?.getTeam(teamId), await stackServerApp.getTeam(teamId)]) {
        assert.ok(team);
        const apiKey = await team.createApiKey({ description: 'Replaced', expiresAt: null });

        await apiKey.revoke();

        assertRevoked(await team.listApiKeys(), apiKey.id);
      }
    },

    'revoking one key leaves the others valid': async ({ stackApp }) => {
      const user = await stackApp.getUser();
      assert.ok(user);
      const leaked = await user.createApiKey({ description: 'Leaked', expiresAt: null });
      const other = await user.createApiKey({ description: 'Not leaked', expiresAt: null });

      await leaked.revoke();

      const apiKeys = await user.listApiKeys();
      assert.equal(apiKeys.find((key) => key.id === other.id)?.isValid(), true);
    },
  },
};

interface ListedApiKey {
  id: string;
  manuallyRevokedAt?: Date | null;
  isValid(): boolean;
}

function assertRevoked(apiKeys: ListedApiKey[], apiKeyId: string): void {
  const apiKey = apiKeys.find((key) => key.id === apiKeyId);
  assert.ok(apiKey, 'a revoked key stays in the list');
  assert.ok(apiKey.manuallyRevokedAt);
  assert.equal(apiKey.isValid(), false);
}
