'use client';
import { useState } from 'react';

/** Something that is done on request, one at a time, and may fail. */
export interface Action<Input, Output> {
  /** Answers what came of it; null: it failed, and `error` says why. */
  run: (input: Input) => Promise<Output | null>;
  isRunning: boolean;
  /** Of the last time; null: none. `describeError` puts it into words. */
  error: unknown;
}

/** Keeps what a form shows of something under way: that it is, and why it failed. */
export function useAction<Input, Output>(act: (input: Input) => Promise<Output>): Action<Input, Output> {
  const [state, setState] = useState<{ isRunning: boolean; error: unknown }>({ isRunning: false, error: null });
  const run = async (input: Input): Promise<Output | null> => {
    setState({ isRunning: true, error: null });
    try {
      const output = await act(input);
      setState({ isRunning: false, error: null });
      return output;
    } catch (error) {
      setState({ isRunning: false, error });
      return null;
    }
  };
  return { run, ...state };
}
