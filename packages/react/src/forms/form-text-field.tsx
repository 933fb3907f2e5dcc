'use client';
import { TextField, type TextFieldProps } from '@latchkey/ui';
import { useFieldError } from './form-context.ts';

/** A text field of the {@link Form} around, which says what is wrong with it. */
export function FormTextField(props: Omit<TextFieldProps, 'error'> & { name: string }) {
  return <TextField {...props} error={useFieldError(props.name)} />;
}
