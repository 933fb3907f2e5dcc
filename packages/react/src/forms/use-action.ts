'use client';
import type { KnownError, Result } from '@latchkey/js';
import { useState } from 'react';
import { describeError } from '../frame/describe-error.ts';
import { useWords } from '../words/use-words.ts';
import { fieldOf } from './field-of.ts';

/** What hinders an action, in words, and the name of the form's field that it is about. */
export interface Problem {
  text: string;
  field?: string | undefined;
}

/** What an action of the SDK ends with: nothing, a result, or the refusal that it expects. */
export type Outcome = Result<unknown, KnownError> | KnownError | undefined | void;

export interface Action {
  /** It is under way. */
  isBusy: boolean;
  /** Why the last run did not work; null: it did, or there was none. It stays until the next one has ended. */
  problem: Problem | null;
  /** Runs something, and answers whether it worked. While something is under way, nothing else is begun. */
  run: (work: () => Promise<Outcome>) => Promise<boolean>;
  /** Says what is wrong before anything is run. */
  refuse: (problem: Problem | null) => void;
}

/** Runs what a person asked for, and tells the component around it how that goes. */
export function useAction(): Action {
  const translator = useWords();
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function run(work: () => Promise<Outcome>): Promise<boolean> {
    if (isBusy) return false;
    setIsBusy(true);
    const error = await refusalOf(work);
    setProblem(error === undefined ? null : { text: describeError(translator, error), field: fieldOf(error) });
    setIsBusy(false);
    return error === undefined;
  }

  return { isBusy, problem, run, refuse: setProblem };
}

async function refusalOf(work: () => Promise<Outcome>): Promise<unknown> {
  try {
    const outcome = await work();
    return typeof outcome === 'object' && 'status' in outcome && typeof outcome.status === 'string'
      ? outcome.status === 'error'
        ? outcome.error
        : undefined
      : outcome;
  } catch (error) {
    return error;
  }
}
