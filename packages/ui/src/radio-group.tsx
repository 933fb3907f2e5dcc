import { type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';
import { FieldNotes } from './field.tsx';

export interface RadioOption<Value extends string> {
  value: Value;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
}

export interface RadioGroupProps<Value extends string> {
  label: ReactNode;
  options: readonly RadioOption<Value>[];
  value: Value | undefined;
  onChange: (value: Value) => void;
  /** `cards` frames each choice: for few choices that need a sentence each. */
  variant?: 'list' | 'cards';
  hint?: ReactNode;
  error?: ReactNode;
  name?: string;
  className?: string;
}

/** One choice of several, all in sight: native radio buttons under a legend. */
export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const { label, options, value, onChange, variant = 'list', hint, error, name, className } = props;
  const id = useId();
  const hintId = hint ? `${id}-hint` : undefined;
  const errorId = error ? `${id}-error` : undefined;
  return (
    <fieldset
      className={classNames('lk-field', 'lk-radios', variant === 'cards' && 'lk-radios--cards', className)}
      aria-describedby={classNames(errorId, hintId) || undefined}
    >
      <legend className="lk-field__label">{label}</legend>
      {options.map((option, index) => (
        <label key={option.value} className="lk-check__row">
          <input
            type="radio"
            className="lk-check__box lk-check__box--radio"
            name={name ?? id}
            value={option.value}
            checked={option.value === value}
            disabled={option.disabled}
            aria-invalid={error ? true : undefined}
            aria-labelledby={`${id}-${index}`}
            aria-describedby={option.hint ? `${id}-${index}-hint` : undefined}
            onChange={() => onChange(option.value)}
          />
          <span className="lk-check__text">
            <span className="lk-check__label" id={`${id}-${index}`}>
              {option.label}
            </span>
            {option.hint ? (
              <span className="lk-field__hint" id={`${id}-${index}-hint`}>
                {option.hint}
              </span>
            ) : null}
          </span>
        </label>
      ))}
      <FieldNotes hint={hint} hintId={hintId} error={error} errorId={errorId} />
    </fieldset>
  );
}
