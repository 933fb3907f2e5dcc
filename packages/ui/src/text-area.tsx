import { type ComponentProps } from 'react';
import { Field, type FieldText } from './field.tsx';
import { splitFieldText } from './split-field-text.ts';

export interface TextAreaProps extends FieldText, ComponentProps<'textarea'> {}

/** A labelled input of several lines; it grows with its text where the browser can. */
export function TextArea(props: TextAreaProps) {
  const { field, control } = splitFieldText(props);
  const { className, ...rest } = control;
  return (
    <Field {...field} className={className}>
      {(wiring) => <textarea rows={3} {...rest} {...wiring} className="lk-input lk-input--area" />}
    </Field>
  );
}
