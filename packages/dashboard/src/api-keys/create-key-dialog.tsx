import { type ApiKeyFirstView, type ApiKeyRecipient, ApiKeySecretDialog, CreateApiKeyDialog } from '@latchkey/react';
import type { StackAdminApp } from '@latchkey/react';
import { useState } from 'react';
import { useAdminApp } from '../project/use-project.ts';
import { useRefreshProject } from '../project/use-refresh-project.ts';
import type { KeyOwner } from './key-owner.ts';

export interface CreateKeyDialogProps {
  owner: KeyOwner;
  onClose: () => void;
}

/** Creates a key on behalf of a user or a team, and shows it the only time it can be seen. Open while it is rendered. */
export function CreateKeyDialog({ owner, onClose }: CreateKeyDialogProps) {
  const app = useAdminApp();
  const refresh = useRefreshProject();
  const [key, setKey] = useState<ApiKeyFirstView | null>(null);
  const show = (created: ApiKeyFirstView) => {
    setKey(created);
    void refresh();
  };
  if (key === null) return <CreateApiKeyDialog holder={recipientOf(app, owner)} onClose={onClose} onCreated={show} />;
  return <ApiKeySecretDialog name={`${key.description}, of ${owner.name}`} secret={key.value} onClose={onClose} />;
}

function recipientOf(app: StackAdminApp<false>, { type, id }: KeyOwner): ApiKeyRecipient {
  return {
    async createApiKey(options) {
      const owner = type === 'user' ? await app.getServerUserById(id) : await app.getTeam(id);
      if (owner === null) throw new OwnerMissingError(`This ${type} was deleted meanwhile.`);
      return owner.createApiKey(options);
    },
  };
}

class OwnerMissingError extends Error {
  override name = 'OwnerMissingError';
}
