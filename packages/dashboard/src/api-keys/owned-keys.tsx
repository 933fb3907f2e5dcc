import type { HeldApiKey } from '@latchkey/react';
import { describeError, useNow, useWords } from '@latchkey/react/forms';
import { Button, Card, EmptyState, Notice, Skeleton } from '@latchkey/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAdminApp, useProject } from '../project/use-project.ts';
import { CreateKeyDialog } from './create-key-dialog.tsx';
import type { KeyOwner } from './key-owner.ts';
import { KeyTable } from './key-table.tsx';
import { KindsOffNotice } from './kinds-off-notice.tsx';
import { RevokeKeysDialog } from './revoke-keys-dialog.tsx';

/** How many keys of an owner their page shows; the list of all keys has the rest. */
const maxKeys = 25;

/** The keys of one user or team, newest first: created on their behalf, and revoked. */
export function OwnedKeys({ owner }: { owner: KeyOwner }) {
  const { config } = useProject();
  const [isCreating, setIsCreating] = useState(false);
  const isOn = owner.type === 'user' ? config.allowUserApiKeys : config.allowTeamApiKeys;
  return (
    <>
      <Card
        flush
        className="owned-keys"
        title="API keys"
        description={`What lets programs act for ${owner.name}.`}
        actions={isOn ? <Button onClick={() => setIsCreating(true)}>Create key</Button> : null}
      >
        {isOn ? null : (
          <div className="owned-keys__notice">
            <KindsOffNotice kinds={[owner.type]} />
          </div>
        )}
        <Keys owner={owner} />
      </Card>
      {isCreating ? <CreateKeyDialog owner={owner} onClose={() => setIsCreating(false)} /> : null}
    </>
  );
}

function Keys({ owner }: { owner: KeyOwner }) {
  const words = useWords();
  const now = useNow();
  const app = useAdminApp();
  const [revoking, setRevoking] = useState<HeldApiKey | null>(null);
  const { data: keys, error } = useQuery({
    queryKey: [app.projectId, 'api-keys', 'owned', owner.type, owner.id],
    queryFn: () => app.listAllApiKeys({ kind: owner.type, ownerId: owner.id, limit: maxKeys }),
  });
  if (keys === undefined) {
    return error ? (
      <Notice tone="bad" className="list__failure" title="The keys could not be read">
        {describeError(words, error)}
      </Notice>
    ) : (
      <Skeleton shape="row" lines={3} />
    );
  }
  if (keys.length === 0) {
    return (
      <EmptyState title="No keys yet">
        Keys created in your application, by your server or here are listed with their last use.
      </EmptyState>
    );
  }
  return (
    <>
      <KeyTable keys={keys} now={now} hidesOwner onRevoke={setRevoking} />
      {keys.nextCursor === null ? null : (
        <p className="list__footer">
          <Link
            to="/projects/$projectId/api-keys"
            params={{ projectId: app.projectId }}
            search={{ owner: owner.id, status: 'all' }}
          >
            All keys of {owner.name}
          </Link>
        </p>
      )}
      {revoking ? <RevokeKeysDialog keys={[revoking]} onClose={() => setRevoking(null)} /> : null}
    </>
  );
}
