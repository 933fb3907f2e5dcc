'use client';
import { Button, Dialog, TextField } from '@latchkey/ui';
import { useRef, useState } from 'react';
import { useWords } from '../words/use-words.ts';
import type { HeldApiKey } from './api-key-holder.ts';
import { Failure } from './failure.tsx';
import { nameOf } from './key-facts.tsx';
import { keyNameError } from './key-name-error.ts';
import { useUpdateApiKey } from './use-update-api-key.ts';

export interface ChangeApiKeyDialogProps {
  apiKey: HeldApiKey;
  onClose: () => void;
  /** What was done, in words. */
  onDone: (message: string) => void;
}

/** Gives a key another name. */
export function RenameApiKeyDialog({ apiKey, onClose, onDone }: ChangeApiKeyDialogProps) {
  const words = useWords();
  const { text, rich } = words;
  const [name, setName] = useState(apiKey.description);
  const [isChecked, setIsChecked] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const { update, isUpdating, error } = useUpdateApiKey();
  const oldName = nameOf(apiKey);
  const submit = async () => {
    setIsChecked(true);
    const newName = name.trim();
    if (keyNameError(words, name) !== null) field.current?.focus();
    else if (newName === apiKey.description) onClose();
    else if (!isUpdating && (await update(apiKey, { description: newName }))) {
      onDone(text('api_keys.renamed_message', { name: oldName, newName }));
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={rich('api_keys.rename_title', { name: <bdi>{oldName}</bdi> })}
      description={text('api_keys.rename_text')}
      onSubmit={() => void submit()}
      footer={
        <>
          <Button onClick={onClose}>{text('common.cancel')}</Button>
          <Button variant="primary" type="submit" busy={isUpdating}>
            {text('common.save')}
          </Button>
        </>
      }
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
      <Failure error={error} />
    </Dialog>
  );
}
