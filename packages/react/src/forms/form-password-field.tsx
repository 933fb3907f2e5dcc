'use client';
import { PasswordField, type PasswordFieldProps } from '@latchkey/ui';
import { type KeyboardEvent, useState } from 'react';
import { useWords } from '../words/use-words.ts';
import { useFieldError, useForm } from './form-context.ts';

export interface FormPasswordFieldProps extends Omit<PasswordFieldProps, 'error' | 'showLabel' | 'hideLabel' | 'name'> {
  name: string;
  /** A new one says what it must be like before it is chosen. */
  autoComplete: 'current-password' | 'new-password';
}

/** In characters, as the server has it. What is too long it says itself: an input that cuts off would set another password. */
const minPasswordLength = 8;

/** A password field of the {@link Form} around; it warns of caps lock. */
export function FormPasswordField({ hint, ...props }: FormPasswordFieldProps) {
  const { text } = useWords();
  const { isBusy } = useForm();
  const [isCapsLocked, setIsCapsLocked] = useState(false);
  const isNew = props.autoComplete === 'new-password';
  const watchCapsLock = (event: KeyboardEvent) => setIsCapsLocked(event.getModifierState('CapsLock'));
  const rule = isNew ? text('form.password_rule', { count: minPasswordLength }) : undefined;
  return (
    <PasswordField
      {...props}
      {...(isNew && { minLength: minPasswordLength })}
      required
      readOnly={isBusy}
      hint={isCapsLocked ? text('form.caps_lock') : (hint ?? rule)}
      error={useFieldError(props.name)}
      showLabel={text('form.show_password')}
      hideLabel={text('form.hide_password')}
      onKeyDown={watchCapsLock}
      onKeyUp={watchCapsLock}
      onBlur={() => setIsCapsLocked(false)}
    />
  );
}
