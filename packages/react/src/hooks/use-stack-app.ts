'use client';
import type { StackClientApp } from '@latchkey/js';
import { useStackContext } from '../provider/stack-context.ts';

/** The app that the provider above was given. */
export function useStackApp(): StackClientApp {
  return useStackContext().app;
}
