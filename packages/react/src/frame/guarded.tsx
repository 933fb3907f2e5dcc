'use client';
import { type ReactNode, Suspense } from 'react';
import { ErrorBoundary } from './error-boundary.tsx';

export interface GuardedProps {
  /** What stands in while the content is read. */
  skeleton: ReactNode;
  children: ReactNode;
}

/** Waits, and says what went wrong, in the place of its content alone. */
export function Guarded({ skeleton, children }: GuardedProps) {
  return (
    <ErrorBoundary>
      <Suspense fallback={skeleton}>{children}</Suspense>
    </ErrorBoundary>
  );
}
