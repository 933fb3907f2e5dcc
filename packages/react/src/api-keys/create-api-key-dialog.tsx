'use client';
import { Dialog, RadioGroup, TextField } from '@latchkey/ui';
import { useRef, useState } from 'react';
import { DialogButtons } from '../forms/dialog-buttons.tsx';
import { ProblemNotice } from '../forms/problem-notice.tsx';
import { useWords } from '../words/use-words.ts';
import type { ApiKeyFirstView, ApiKeyRecipient } from './api-key-holder.ts';
import { defaultExpiry, expiresAtOf } from './expiry-choice.ts';
import { ExpiryFields } from './expiry-fields.tsx';
import { keyNameError } from './key-name-error.ts';
import { useCreateApiKey } from './use-create-api-key.ts';
import { useNow } from '../time/use-now.ts';

/** What `<CreateApiKeyDialog/>` takes. */
export interface CreateApiKeyDialogProps {
  holder: ApiKeyRecipient;
  onClose: () => void;
  /** Gets the key with its whole secret: show it with `ApiKeySecretDialog`, and keep it nowhere. */
  onCreated: (key: ApiKeyFirstView) => void;
}

/** Asks what a new key is to be, and creates it. Open while it is rendered. Stands inside a `Frame`. */
export function CreateApiKeyDialog({ holder, onClose, onCreated }: CreateApiKeyDialogProps) {
  const words = useWords();
  const { text } = words;
  const now = useNow();
  const form = useCreateForm();
  const { create, isCreating, problem } = useCreateApiKey(holder);
  const submit = async () => {
    const options = form.check();
    const key = options && (await create(options));
    if (key !== null) onCreated(key);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      closable={!isCreating}
      title={text('api_keys.create_title')}
      onSubmit={() => void submit()}
      footer={<DialogButtons onCancel={onClose} submitLabel={text('api_keys.create')} isBusy={isCreating} />}
    >
      <TextField
        ref={form.nameRef}
        label={text('api_keys.name')}
        hint={text('api_keys.name_hint')}
        error={form.isChecked && keyNameError(words, form.name)}
        required
        autoComplete="off"
        value={form.name}
        onChange={(event) => form.setName(event.target.value)}
      />
      <ExpiryFields
        expiry={form.expiry}
        onChange={form.setExpiry}
        now={now}
        isChecked={form.isChecked}
        dateRef={form.dateRef}
      />
      <KindField kind={form.kind} onChange={form.setKind} />
      <ProblemNotice problem={problem} />
    </Dialog>
  );
}

function KindField({ kind, onChange }: { kind: Kind; onChange: (kind: Kind) => void }) {
  const { text } = useWords();
  return (
    <RadioGroup<Kind>
      label={text('api_keys.kind')}
      variant="cards"
      value={kind}
      onChange={onChange}
      options={(['secret', 'public'] as const).map((value) => ({
        value,
        label: text(`api_keys.kind_${value}`),
        hint: text(`api_keys.kind_${value}_hint`),
      }))}
    />
  );
}

type Kind = 'secret' | 'public';

function useCreateForm() {
  const words = useWords();
  const [name, setName] = useState('');
  const [expiry, setExpiry] = useState(defaultExpiry);
  const [kind, setKind] = useState<Kind>('secret');
  const [isChecked, setIsChecked] = useState(false);
  const nameRef = useRef<HTMLInputElement>(null);
  const dateRef = useRef<HTMLInputElement>(null);
  /** What is wished; null: something is wrong, which is said from now on, and has focus. */
  const check = () => {
    setIsChecked(true);
    const expiresAt = expiresAtOf(expiry, new Date());
    if (keyNameError(words, name) !== null) nameRef.current?.focus();
    else if (expiresAt === undefined) dateRef.current?.focus();
    else return { description: name.trim(), expiresAt, isPublic: kind === 'public' };
    return null;
  };
  return { name, setName, expiry, setExpiry, kind, setKind, isChecked, nameRef, dateRef, check };
}
