import type { InternalApiKey } from '@latchkey/react';
import { FormDialog } from '@latchkey/react/forms';
import { useToast } from '@latchkey/ui';
import { useState } from 'react';
import { useRefreshProject } from '../../project/use-refresh-project.ts';
import { describeRevocation } from './describe-revocation.ts';

/** Says what stops working with a set of project keys, before it is revoked. */
export function RevokeProjectKeysDialog({ set, onClose }: { set: InternalApiKey; onClose: () => void }) {
  const refresh = useRefreshProject();
  const toast = useToast();
  const [now] = useState(() => new Date());
  return (
    <FormDialog
      open
      onClose={onClose}
      tone="danger"
      title={`Revoke ${set.description === '' ? 'these project keys' : set.description}?`}
      description="All keys of the set end together, for good. To exchange them without a break, create a new set and put it in first."
      submitLabel="Revoke"
      onSubmit={async () => {
        await set.revoke();
        await refresh();
        toast({ text: 'The project keys were revoked.', tone: 'good' });
      }}
    >
      <ul className="consequences">
        {describeRevocation(set, now).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </FormDialog>
  );
}
