import { type ComponentProps, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Field, type FieldText } from './field.tsx';
import { splitFieldText } from './split-field-text.ts';

export interface TextFieldProps extends FieldText, ComponentProps<'input'> {
  /** An {@link Icon} before the text. */
  icon?: ReactNode;
}

/** A labelled single-line input of any textual `type`. */
export function TextField(props: TextFieldProps) {
  const { field, control } = splitFieldText(props);
  const { icon, className, ...rest } = control;
  return (
    <Field {...field} className={className}>
      {(wiring) => (
        <span className="lk-input-box">
          {icon}
          <input
            type="text"
            {...rest}
            {...wiring}
            className={classNames('lk-input', icon != null && 'lk-input--icon')}
          />
        </span>
      )}
    </Field>
  );
}
