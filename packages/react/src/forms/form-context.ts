import { createContext, useContext } from 'react';
import type { Action } from './use-action.ts';

export const FormContext = createContext<Pick<Action, 'isBusy' | 'problem'>>({ isBusy: false, problem: null });

/** How the form around goes. */
export function useForm() {
  return useContext(FormContext);
}

/** What is wrong with one field of the form around; undefined: nothing that is known of. */
export function useFieldError(name: string): string | undefined {
  const { problem } = useForm();
  return problem?.field === name ? problem.text : undefined;
}
