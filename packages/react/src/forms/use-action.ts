'use client';
import type { KnownError, Result } from '@latchkey/js';
import { useRef, useState } from 'react';
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
  /** What `problem` puts into words. */
  error: unknown;
  /** Runs something, and answers whether it worked. While something is under way, nothing else is begun. */
  run: (work: () => Promise<Outcome>) => Promise<boolean>;
  /** Says what is wrong before anything is run; null: nothing any more. */
  refuse: (problem: Problem | null) => void;
}

/** Runs what a person asked for, and tells the component around it how that goes. */
export function useAction(): Action {
  const translator = useWords();
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<{ problem: Problem | null; error: unknown }>(noFailure);
  // Of two presses within one frame, the second has not seen the state that the first has set.
  const isUnderWay = useRef(false);

  async function run(work: () => Promise<Outcome>): Promise<boolean> {
    if (isUnderWay.current) return false;
    isUnderWay.current = true;
    setIsBusy(true);
    const error = await refusalOf(work);
    setFailure(
      error === undefined
        ? noFailure
        : { problem: { text: describeError(translator, error), field: fieldOf(error) }, error },
    );
    setIsBusy(false);
    isUnderWay.current = false;
    return error === undefined;
  }

  return { isBusy, ...failure, run, refuse: (problem) => setFailure({ problem, error: null }) };
}

const noFailure = { problem: null, error: null };

async function refusalOf(work: () => Promise<Outcome>): Promise<unknown> {
  try {
    const outcome = await work();
    if (typeof outcome !== 'object' || outcome instanceof Error) return outcome;
    return outcome.status === 'error' ? outcome.error : undefined;
  } catch (error) {
    return error;
  }
}
