import type { HeldApiKey } from '@latchkey/react';
import { FormDialog, FormTextField, useNow } from '@latchkey/react/forms';
import { useToast } from '@latchkey/ui';
import { countOf } from '../figures/count-of.ts';
import { useAdminApp } from '../project/use-project.ts';
import { useRefreshProject } from '../project/use-refresh-project.ts';
import { describeOutcomes } from './describe-outcomes.ts';
import { nameOfKey } from './name-of-key.ts';
import { previewRevocation } from './revocation-preview.ts';
import { RevocationFacts } from './revocation-facts.tsx';

export interface RevokeKeysDialogProps {
  keys: readonly HeldApiKey[];
  onClose: () => void;
  /** They are revoked: no check anywhere accepts them any more. */
  onRevoked?: () => void;
}

/** How many keys can be revoked without writing their number. */
const fewKeys = 10;

/** Says what stops working, and revokes one key or many when that is meant. Open while it is rendered. */
export function RevokeKeysDialog({ keys, onClose, onRevoked }: RevokeKeysDialogProps) {
  const now = useNow();
  const app = useAdminApp();
  const refresh = useRefreshProject();
  const toast = useToast();
  const preview = previewRevocation(keys, now);
  const only = keys.length === 1 ? keys[0] : undefined;
  const what = only ? 'key' : countOf(preview.live, 'key');
  const revoke = async () => {
    const outcomes = await app.revokeApiKeys(keys.map(({ id }) => id));
    toast({ text: describeOutcomes(outcomes, only && nameOfKey(only)), tone: 'good' });
    onRevoked?.();
    void refresh();
  };
  return (
    <FormDialog
      open
      tone="danger"
      onClose={onClose}
      title={only ? <>Revoke {<bdi>{nameOfKey(only)}</bdi>}?</> : `Revoke ${what}?`}
      description="What uses them stops working at once, everywhere. This cannot be undone."
      submitLabel={`Revoke ${what}`}
      onSubmit={revoke}
    >
      <RevocationFacts preview={preview} now={now} />
      {preview.live > fewKeys ? (
        <FormTextField
          name="count"
          label={`Write ${preview.live} to confirm`}
          inputMode="numeric"
          autoComplete="off"
          pattern={String(preview.live)}
          required
        />
      ) : null}
    </FormDialog>
  );
}
