'use client';
import type { HeadingLevel } from '@latchkey/ui';
import { type ReactNode, Suspense, useSyncExternalStore } from 'react';
import { ErrorBoundary } from './error-boundary.tsx';

export interface GuardedProps {
  /** What stands in while the content is read. */
  skeleton: ReactNode;
  /** Of the heading that a failure is, where the content has the only heading of the page. */
  level?: HeadingLevel | undefined;
  children: ReactNode;
}

/** Waits, and says what went wrong, in the place of its content alone. */
export function Guarded({ skeleton, level, children }: GuardedProps) {
  // A server does not know who is signed in, and shows what stands in; so does the browser until it has taken over.
  const isInBrowser = useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
  return (
    <ErrorBoundary level={level}>
      <Suspense fallback={skeleton}>{isInBrowser ? children : skeleton}</Suspense>
    </ErrorBoundary>
  );
}
