'use client';
import { copyText } from '@latchkey/ui';
import { type ReactNode, useRef, useState } from 'react';
import { useWords } from '../words/use-words.ts';
import type { HeldApiKey } from './api-key-holder.ts';
import type { ApiKeyActions } from './api-key-table.tsx';
import { ChangeExpiryDialog } from './change-expiry-dialog.tsx';
import { closeDialog } from './close-dialog.ts';
import { nameOf } from './key-facts.tsx';
import { RenameApiKeyDialog } from './rename-api-key-dialog.tsx';
import { RevokeApiKeyDialog } from './revoke-api-key-dialog.tsx';
import type { KeyCreator } from './use-key-creators.ts';

interface RowActionsOptions {
  say: (message: string) => void;
  creatorOf: ((key: HeldApiKey) => KeyCreator) | undefined;
}

/** What the menu of a row does, and the dialog that is open for one of the keys. */
export function useRowActions({ say, creatorOf }: RowActionsOptions) {
  const { text } = useWords();
  const [open, setOpen] = useState<{ what: 'rename' | 'expiry' | 'revoke'; key: HeldApiKey } | null>(null);
  const listRef = useRef<HTMLDivElement>(null);
  const close = () => setOpen(null);
  const finish = (message: string) => {
    closeDialog(close, listRef.current);
    say(message);
  };
  const copyId = async (key: HeldApiKey) => {
    const { id } = key;
    const isCopied = listRef.current !== null && (await copyText(id, listRef.current));
    say(
      isCopied
        ? text('api_keys.copied_id_message', { name: nameOf(key) })
        : text('api_keys.not_copied_message', { id }),
    );
  };
  const actions: ApiKeyActions = {
    onRename: (key) => setOpen({ what: 'rename', key }),
    onChangeExpiry: (key) => setOpen({ what: 'expiry', key }),
    onRevoke: (key) => setOpen({ what: 'revoke', key }),
    onCopyId: (key) => void copyId(key),
  };
  return { actions, listRef, dialog: open && dialogFor(open) };

  function dialogFor({ what, key }: NonNullable<typeof open>): ReactNode {
    switch (what) {
      case 'rename':
        return <RenameApiKeyDialog apiKey={key} onClose={close} onDone={finish} />;
      case 'expiry':
        return <ChangeExpiryDialog apiKey={key} onClose={close} onDone={finish} />;
      case 'revoke':
        return (
          <RevokeApiKeyDialog
            apiKey={key}
            creator={creatorOf?.(key)}
            onClose={close}
            onRevoked={() => finish(text('api_keys.revoked_message', { name: nameOf(key) }))}
          />
        );
    }
  }
}
