'use client';
import { useAnnounce } from '@latchkey/ui';
import { useState } from 'react';
import { Form } from '../forms/form.tsx';
import { FormTextField } from '../forms/form-text-field.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { useAction } from '../forms/use-action.ts';
import { useWords } from '../words/use-words.ts';

interface CommonProps {
  label: string;
  hint?: string;
  placeholder?: string;
  autoComplete?: string;
  value: string | null;
}

export type NameFormProps = CommonProps &
  (
    | { isRequired: true; onSave: (name: string) => Promise<void> }
    | { isRequired?: never; /** Null: nothing was filled in. */ onSave: (name: string | null) => Promise<void> }
  );

/** One name, and a button that saves it. */
export function NameForm({ value, isRequired, onSave, ...field }: NameFormProps) {
  const { text } = useWords();
  const action = useAction();
  const announce = useAnnounce();
  /** Null: as it is saved, wherever that was done. */
  const [draft, setDraft] = useState<string | null>(null);
  const save = async (name: string) => {
    const isSaved = await action.run(() => (isRequired ? onSave(name) : onSave(name === '' ? null : name)));
    if (!isSaved) return;
    setDraft(null);
    announce(text('settings.saved'));
  };
  return (
    <Form action={action} onSubmit={(fields) => void save(fields('name'))} className="lk-settings__form">
      <FormTextField
        {...field}
        name="name"
        maxLength={256}
        required={isRequired === true}
        value={draft ?? value ?? ''}
        onChange={(event) => setDraft(event.target.value)}
      />
      <div>
        <SubmitButton variant="secondary">{text('common.save')}</SubmitButton>
      </div>
    </Form>
  );
}
