'use client';
import { Skeleton } from '@latchkey/ui';
import type { ReactNode } from 'react';
import { PageFrame } from '../pages/page-frame.tsx';

export interface AuthFrameProps {
  /** Takes the whole window, with a background of its own. Default: false. */
  fullPage?: boolean | undefined;
  children: ReactNode;
}

/** What all pages for signing in stand in. */
export function AuthFrame({ fullPage = false, children }: AuthFrameProps) {
  return (
    <PageFrame className="lk-auth" fullPage={fullPage} skeleton={<CardSkeleton />}>
      {children}
    </PageFrame>
  );
}

function CardSkeleton() {
  return (
    <div className="lk-auth__card" aria-busy="true">
      <Skeleton lines={6} />
    </div>
  );
}
