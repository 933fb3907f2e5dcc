'use client';
import { Dialog, formatRelativeTime } from '@latchkey/ui';
import { useRef, useState } from 'react';
import { DialogButtons } from '../forms/dialog-buttons.tsx';
import { ProblemNotice } from '../forms/problem-notice.tsx';
import { useWords } from '../words/use-words.ts';
import { defaultExpiry, expiresAtOf } from './expiry-choice.ts';
import { ExpiryFields } from './expiry-fields.tsx';
import { nameOf } from './key-facts.tsx';
import type { ChangeApiKeyDialogProps } from './rename-api-key-dialog.tsx';
import { useNow } from '../time/use-now.ts';
import { useUpdateApiKey } from './use-update-api-key.ts';

/** Gives a live key another end. Open while it is rendered. Stands inside a `Frame`. */
export function ChangeExpiryDialog({ apiKey, onClose, onDone }: ChangeApiKeyDialogProps) {
  const { text, rich, language } = useWords();
  const now = useNow([apiKey.expiresAt]);
  const [expiry, setExpiry] = useState(defaultExpiry);
  const [isChecked, setIsChecked] = useState(false);
  const dateRef = useRef<HTMLInputElement>(null);
  const { update, isUpdating, problem } = useUpdateApiKey();
  const name = nameOf(apiKey);
  const submit = async () => {
    setIsChecked(true);
    const expiresAt = expiresAtOf(expiry, new Date());
    if (expiresAt === undefined) dateRef.current?.focus();
    else if (await update(apiKey, { expiresAt })) onDone(text('api_keys.expiry_message', { name }));
  };
  return (
    <Dialog
      open
      onClose={onClose}
      closable={!isUpdating}
      title={rich('api_keys.expiry_title', { name: <bdi>{name}</bdi> })}
      description={
        apiKey.expiresAt === undefined
          ? text('api_keys.expiry_now_never')
          : text('api_keys.expiry_now', {
              when: formatRelativeTime({ date: apiKey.expiresAt, now, locale: language }),
            })
      }
      onSubmit={() => void submit()}
      footer={<DialogButtons onCancel={onClose} submitLabel={text('common.save')} isBusy={isUpdating} />}
    >
      <ExpiryFields expiry={expiry} onChange={setExpiry} now={now} isChecked={isChecked} dateRef={dateRef} />
      <ProblemNotice problem={problem} />
    </Dialog>
  );
}
