import { type ComponentProps } from 'react';
import { Field, type FieldText } from './field.tsx';
import { Icon } from './icon.tsx';
import { splitFieldText } from './split-field-text.ts';

export interface SelectFieldProps extends FieldText, ComponentProps<'select'> {}

/** A labelled native select; its children are `<option>` elements. */
export function SelectField(props: SelectFieldProps) {
  const { field, control } = splitFieldText(props);
  const { className, ...rest } = control;
  return (
    <Field {...field} className={className}>
      {(wiring) => (
        <span className="lk-input-box">
          <select {...rest} {...wiring} className="lk-input lk-input--select" />
          <Icon name="chevron-down" />
        </span>
      )}
    </Field>
  );
}
