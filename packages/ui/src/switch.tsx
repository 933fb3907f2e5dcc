import { type ComponentProps, type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';
import { FieldNotes } from './field.tsx';

export interface SwitchProps extends Omit<ComponentProps<'input'>, 'type' | 'role'> {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
}

/** A setting that is on or off and takes effect at once; its words at the start of the line, itself at the end. */
export function Switch({ label, hint, error, className, id, ...rest }: SwitchProps) {
  const ownId = useId();
  const controlId = id ?? ownId;
  const hintId = hint ? `${controlId}-hint` : undefined;
  const errorId = error ? `${controlId}-error` : undefined;
  return (
    <div className={classNames('lk-switch', className)}>
      <label className="lk-switch__row">
        <span className="lk-switch__label">{label}</span>
        <input
          {...rest}
          id={controlId}
          type="checkbox"
          role="switch"
          className="lk-switch__track"
          aria-describedby={classNames(errorId, hintId) || undefined}
          aria-invalid={error ? true : undefined}
        />
      </label>
      <FieldNotes hint={hint} hintId={hintId} error={error} errorId={errorId} />
    </div>
  );
}
