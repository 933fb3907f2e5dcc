'use client';
import { Dialog, TextField } from '@latchkey/ui';
import { useRef, useState } from 'react';
import { DialogButtons } from '../forms/dialog-buttons.tsx';
import { ProblemNotice } from '../forms/problem-notice.tsx';
import { useWords } from '../words/use-words.ts';
import type { HeldApiKey } from './api-key-holder.ts';
import { nameOf } from './key-facts.tsx';
import { keyNameError } from './key-name-error.ts';
import { useUpdateApiKey } from './use-update-api-key.ts';

/** What `<RenameApiKeyDialog/>` and `<ChangeExpiryDialog/>` take. */
export interface ChangeApiKeyDialogProps {
  apiKey: HeldApiKey;
  onClose: () => void;
  /** What was done, in words. */
  onDone: (message: string) => void;
}

/** Gives a key another name. Open while it is rendered. Stands inside a `Frame`. */
export function RenameApiKeyDialog({ apiKey, onClose, onDone }: ChangeApiKeyDialogProps) {
  const words = useWords();
  const { text, rich } = words;
  const [name, setName] = useState(apiKey.description);
  const [isChecked, setIsChecked] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const { update, isUpdating, problem } = useUpdateApiKey();
  const oldName = nameOf(apiKey);
  const submit = async () => {
    setIsChecked(true);
    const newName = name.trim();
    if (keyNameError(words, name) !== null) field.current?.focus();
    else if (newName === apiKey.description) onClose();
    else if (await update(apiKey, { description: newName })) {
      onDone(text('api_keys.renamed_message', { name: oldName, newName }));
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      closable={!isUpdating}
      title={rich('api_keys.rename_title', { name: <bdi>{oldName}</bdi> })}
      description={text('api_keys.rename_text')}
      onSubmit={() => void submit()}
      footer={<DialogButtons onCancel={onClose} submitLabel={text('common.save')} isBusy={isUpdating} />}
    >
      <TextField
        ref={field}
        label={text('api_keys.name')}
        error={isChecked && keyNameError(words, name)}
        required
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.target.value)}
        onFocus={(event) => event.target.select()}
      />
      <ProblemNotice problem={problem} />
    </Dialog>
  );
}
