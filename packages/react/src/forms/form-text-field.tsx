'use client';
import { TextField, type TextFieldProps } from '@latchkey/ui';
import { useFieldError, useForm } from './form-context.ts';

/** A text field of the {@link Form} around, which says what is wrong with it, and holds still while the form is on its way. */
export function FormTextField(props: Omit<TextFieldProps, 'error'> & { name: string }) {
  const { isBusy } = useForm();
  return <TextField {...props} readOnly={isBusy} error={useFieldError(props.name)} />;
}
