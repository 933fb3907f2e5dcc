import { type ComponentProps, useState } from 'react';
import { Field, type FieldText } from './field.tsx';
import { Icon } from './icon.tsx';
import { splitFieldText } from './split-field-text.ts';

export interface PasswordFieldProps extends FieldText, Omit<ComponentProps<'input'>, 'type'> {
  /** Name of the button that shows what was typed: "Show password". */
  showLabel: string;
  /** Name of the same button while it is shown: "Hide password". */
  hideLabel: string;
}

/** A labelled password input with a button that shows and hides what was typed. Set `autoComplete`. */
export function PasswordField(props: PasswordFieldProps) {
  const [isShown, setIsShown] = useState(false);
  const { field, control } = splitFieldText(props);
  const { showLabel, hideLabel, className, ...rest } = control;
  const toggleLabel = isShown ? hideLabel : showLabel;
  return (
    <Field {...field} className={className}>
      {(wiring) => (
        <span className="lk-input-box">
          <input
            autoCapitalize="none"
            spellCheck={false}
            {...rest}
            {...wiring}
            type={isShown ? 'text' : 'password'}
            className="lk-input lk-input--button"
          />
          <button
            type="button"
            className="lk-input-box__button"
            aria-label={toggleLabel}
            aria-controls={wiring.id}
            title={toggleLabel}
            disabled={rest.disabled}
            onClick={() => setIsShown(!isShown)}
          >
            <Icon name={isShown ? 'eye-off' : 'eye'} />
          </button>
        </span>
      )}
    </Field>
  );
}
