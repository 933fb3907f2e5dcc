'use client';
import { Skeleton } from '@latchkey/ui';
import type { ReactNode } from 'react';
import { Guarded } from './guarded.tsx';
import { ThemedRoot } from './themed-root.tsx';

/** What `<Frame/>` takes. */
export interface FrameProps {
  className?: string;
  /** What stands in while the content is read. Default: a skeleton that shows after 200 ms. */
  skeleton?: ReactNode;
  children: ReactNode;
}

/** What every component of this package stands in: theme, language and direction; waiting; and what to do after an error. */
export function Frame({ className, skeleton = <Skeleton />, children }: FrameProps) {
  return (
    <ThemedRoot className={className}>
      <Guarded skeleton={skeleton}>{children}</Guarded>
    </ThemedRoot>
  );
}
