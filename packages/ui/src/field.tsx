import { type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';

export interface FieldText {
  label: ReactNode;
  /** Keeps the label for screen readers only, where the place says it, as for a search field. */
  labelHidden?: boolean;
  /** At the far end of the label's line: "Forgot it?" */
  aside?: ReactNode;
  hint?: ReactNode;
  /** What is wrong and how to mend it; its presence marks the control as invalid. */
  error?: ReactNode;
}

/** What the control inside a {@link Field} has to carry. */
export interface FieldControl {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

export interface FieldProps extends FieldText {
  id?: string | undefined;
  className?: string | undefined;
  children: (control: FieldControl) => ReactNode;
}

/** Label, hint and error around any control, wired for screen readers. */
export function Field({ id, className, label, labelHidden = false, aside, hint, error, children }: FieldProps) {
  const ownId = useId();
  const controlId = id ?? ownId;
  const hintId = hint ? `${controlId}-hint` : undefined;
  const errorId = error ? `${controlId}-error` : undefined;
  return (
    <div className={classNames('lk-field', className)}>
      <div className={labelHidden ? 'lk-visually-hidden' : 'lk-field__top'}>
        <label className="lk-field__label" htmlFor={controlId}>
          {label}
        </label>
        {aside}
      </div>
      {children({
        id: controlId,
        'aria-describedby': classNames(errorId, hintId) || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      <FieldNotes hint={hint} hintId={hintId} error={error} errorId={errorId} />
    </div>
  );
}

interface FieldNotesProps {
  hint: ReactNode;
  hintId: string | undefined;
  error: ReactNode;
  errorId: string | undefined;
}

/** Hint and error below a control. */
export function FieldNotes({ hint, hintId, error, errorId }: FieldNotesProps) {
  return (
    <>
      {error ? (
        <p className="lk-field__error" id={errorId}>
          {error}
        </p>
      ) : null}
      {hint ? (
        <p className="lk-field__hint" id={hintId}>
          {hint}
        </p>
      ) : null}
    </>
  );
}
