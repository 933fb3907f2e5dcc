'use client';
import { Root, Skeleton } from '@latchkey/ui';
import { type ReactNode, Suspense } from 'react';
import { useStackContext } from '../provider/stack-context.ts';
import { ErrorBoundary } from './error-boundary.tsx';

/** What `<Frame/>` takes. */
export interface FrameProps {
  className?: string;
  /** What stands in while the content is read. Default: a skeleton that shows after 200 ms. */
  skeleton?: ReactNode;
  children: ReactNode;
}

/** What every component of this package stands in: theme, language and direction; waiting; and what to do after an error. */
export function Frame({ className, skeleton = <Skeleton />, children }: FrameProps) {
  const { theme, translator } = useStackContext();
  return (
    <Root
      theme={theme}
      lang={translator.language}
      dir={translator.direction}
      {...(className !== undefined && { className })}
    >
      <ErrorBoundary>
        <Suspense fallback={skeleton}>{children}</Suspense>
      </ErrorBoundary>
    </Root>
  );
}
