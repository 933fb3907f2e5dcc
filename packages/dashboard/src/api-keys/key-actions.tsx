import { apiKeyStatus, ChangeExpiryDialog, RenameApiKeyDialog } from '@latchkey/react';
import { Button, useToast } from '@latchkey/ui';
import { useState } from 'react';
import { useRefreshProject } from '../project/use-refresh-project.ts';
import type { KeyMomentProps } from './key-end.tsx';
import { RevokeKeysDialog } from './revoke-keys-dialog.tsx';

/** What can be done with a key: nothing but a new name once it has ended. */
export function KeyActions({ apiKey, now }: KeyMomentProps) {
  const toast = useToast();
  const refresh = useRefreshProject();
  const [open, setOpen] = useState<'rename' | 'expiry' | 'revoke' | null>(null);
  const close = () => setOpen(null);
  const finish = (text: string) => {
    close();
    toast({ text, tone: 'good' });
    void refresh();
  };
  const status = apiKeyStatus(apiKey, now);
  const isLive = status === 'active' || status === 'expiring';
  return (
    <>
      <Button onClick={() => setOpen('rename')}>Rename</Button>
      {isLive ? (
        <>
          <Button onClick={() => setOpen('expiry')}>Change expiry</Button>
          <Button variant="danger" onClick={() => setOpen('revoke')}>
            Revoke…
          </Button>
        </>
      ) : null}
      {open === 'rename' ? <RenameApiKeyDialog apiKey={apiKey} onClose={close} onDone={finish} /> : null}
      {open === 'expiry' ? <ChangeExpiryDialog apiKey={apiKey} onClose={close} onDone={finish} /> : null}
      {open === 'revoke' ? <RevokeKeysDialog keys={[apiKey]} onClose={close} /> : null}
    </>
  );
}
