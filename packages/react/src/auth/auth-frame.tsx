'use client';
import { classNames, Skeleton } from '@latchkey/ui';
import type { ReactNode } from 'react';
import { Frame } from '../frame/frame.tsx';
import { FullPageContext } from '../pages/full-page.ts';

export interface AuthFrameProps {
  /** Takes the whole window, with a background of its own. Default: false. */
  fullPage?: boolean | undefined;
  children: ReactNode;
}

/** What all pages for signing in stand in. */
export function AuthFrame({ fullPage = false, children }: AuthFrameProps) {
  const Element = fullPage ? 'main' : 'div';
  return (
    <Frame className={classNames('lk-auth', fullPage && 'lk-page')} skeleton={<CardSkeleton />}>
      <FullPageContext value={fullPage}>
        <Element className="lk-auth__middle">{children}</Element>
      </FullPageContext>
    </Frame>
  );
}

function CardSkeleton() {
  return (
    <div className="lk-auth__middle" aria-busy="true">
      <div className="lk-auth__card">
        <Skeleton lines={6} />
      </div>
    </div>
  );
}
