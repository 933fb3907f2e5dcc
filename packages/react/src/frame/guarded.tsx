'use client';
import { type ReactNode, Suspense, useSyncExternalStore } from 'react';
import { ErrorBoundary } from './error-boundary.tsx';

export interface GuardedProps {
  /** What stands in while the content is read. */
  skeleton: ReactNode;
  children: ReactNode;
}

/** Waits, and says what went wrong, in the place of its content alone. */
export function Guarded({ skeleton, children }: GuardedProps) {
  // A server does not know who is signed in, and shows what stands in; so does the browser until it has taken over.
  const isInBrowser = useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
  return (
    <ErrorBoundary>
      <Suspense fallback={skeleton}>{isInBrowser ? children : skeleton}</Suspense>
    </ErrorBoundary>
  );
}
