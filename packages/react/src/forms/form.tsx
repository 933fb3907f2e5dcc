'use client';
import { classNames } from '@latchkey/ui';
import { type ReactNode, type SubmitEvent, useEffect, useRef } from 'react';
import { useWords } from '../words/use-words.ts';
import { describeValidity } from './describe-validity.ts';
import { FormContext } from './form-context.ts';
import { ProblemNotice } from './problem-notice.tsx';
import type { Action } from './use-action.ts';

export interface FormProps {
  /** How it goes; it says to the fields what is wrong with them. */
  action: Action;
  /** Takes what was filled in, by the names of the fields, once nothing is missing. */
  onSubmit: (fields: FormFields, form: HTMLFormElement) => void;
  /** For buttons outside of it. */
  id?: string;
  /** What the form is for, where no heading above says so. */
  label?: string;
  className?: string;
  children: ReactNode;
}

/** What was filled in; spaces around are gone but for passwords. */
export type FormFields = (name: string) => string;

/** A form whose fields say for themselves what is wrong; the first wrong one gets the focus. */
export function Form({ action, onSubmit, id, label, className, children }: FormProps) {
  const translator = useWords();
  const { isBusy, problem } = action;
  const ref = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (problem !== null) ref.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [problem]);

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    // A form in a dialog is not the business of the form around the dialog's place in the tree.
    event.stopPropagation();
    const invalid = [...event.currentTarget.elements].find(isInvalid);
    if (invalid === undefined) return onSubmit(fieldsOf(event.currentTarget), event.currentTarget);
    action.refuse({ field: invalid.name, text: describeValidity(translator, invalid) });
  };
  return (
    <form
      ref={ref}
      id={id}
      noValidate
      aria-label={label}
      className={classNames('lk-stack', className)}
      onSubmit={submit}
    >
      <FormContext value={{ isBusy, problem }}>
        {problem?.field === undefined ? <ProblemNotice problem={problem} /> : null}
        {children}
      </FormContext>
    </form>
  );
}

function isInvalid(element: Element): element is HTMLInputElement {
  if (!(element instanceof HTMLInputElement)) return false;
  // Spaces alone are nothing.
  return !element.validity.valid || (element.required && element.value.trim() === '');
}

function fieldsOf(form: HTMLFormElement): FormFields {
  const data = new FormData(form);
  return (name) => {
    const value = data.get(name);
    if (typeof value !== 'string') return '';
    return /password/i.test(name) ? value : value.trim();
  };
}
