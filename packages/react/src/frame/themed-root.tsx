'use client';
import { Root } from '@latchkey/ui';
import type { ReactNode } from 'react';
import { useStackContext } from '../provider/stack-context.ts';

export interface ThemedRootProps {
  className?: string | undefined;
  children: ReactNode;
}

/** The theme, the language and the direction of the provider above, for everything inside. */
export function ThemedRoot({ className, children }: ThemedRootProps) {
  const { theme, translator } = useStackContext();
  return (
    <Root
      theme={theme}
      lang={translator.language}
      dir={translator.direction}
      {...(className !== undefined && { className })}
    >
      {children}
    </Root>
  );
}
