'use client';
import { classNames } from '@latchkey/ui';
import type { ReactNode } from 'react';
import { Guarded } from '../frame/guarded.tsx';
import { ThemedRoot } from '../frame/themed-root.tsx';
import { FullPageContext } from './full-page.ts';

export interface PageFrameProps {
  /** The class of the page, and with `__middle` after it, of what stands in its middle. */
  className: string;
  /** Takes the whole window, with a background of its own. */
  fullPage: boolean;
  skeleton: ReactNode;
  children: ReactNode;
}

/** What a page stands in, which may be all of the window or a part of the host's page; it is a page while it waits, too. */
export function PageFrame({ className, fullPage, skeleton, children }: PageFrameProps) {
  const Element = fullPage ? 'main' : 'div';
  return (
    <ThemedRoot className={classNames(className, fullPage && 'lk-page')}>
      <FullPageContext value={fullPage}>
        <Element className={`${className}__middle`}>
          <Guarded skeleton={skeleton} level={fullPage ? 1 : undefined}>
            {children}
          </Guarded>
        </Element>
      </FullPageContext>
    </ThemedRoot>
  );
}
