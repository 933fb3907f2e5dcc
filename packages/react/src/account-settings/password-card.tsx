'use client';
import type { CurrentUser } from '@latchkey/js';
import { Notice } from '@latchkey/ui';
import { useState } from 'react';
import { Form, type FormFields } from '../forms/form.tsx';
import { FormPasswordField } from '../forms/form-password-field.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { useAction } from '../forms/use-action.ts';
import { useWords } from '../words/use-words.ts';
import { SettingsCard } from './settings-card.tsx';

/** Changes the password, or sets the first one. */
export function PasswordCard({ user }: { user: CurrentUser }) {
  const { text } = useWords();
  const action = useAction();
  const [isDone, setIsDone] = useState(false);
  const save = async (field: FormFields, form: HTMLFormElement) => {
    setIsDone(false);
    const newPassword = field('password');
    const isSaved = await action.run(() =>
      user.hasPassword
        ? user.updatePassword({ oldPassword: field('oldPassword'), newPassword })
        : user.setPassword({ password: newPassword }),
    );
    setIsDone(isSaved);
    if (isSaved) form.reset();
  };
  return (
    <SettingsCard title={text('password.title')} description={text('password.text')}>
      <Form action={action} onSubmit={(field, form) => void save(field, form)} className="lk-settings__form">
        {/* Tells password managers whose password it is. */}
        <input hidden readOnly autoComplete="username" name="username" value={user.primaryEmail ?? ''} />
        {user.hasPassword ? (
          <FormPasswordField name="oldPassword" label={text('password.old')} autoComplete="current-password" />
        ) : null}
        <FormPasswordField name="password" label={text('auth.new_password')} autoComplete="new-password" />
        <div>
          <SubmitButton variant="secondary">
            {text(user.hasPassword ? 'password.change' : 'auth.set_password')}
          </SubmitButton>
        </div>
        {isDone ? <Notice tone="good">{text('password.changed')}</Notice> : null}
      </Form>
    </SettingsCard>
  );
}
