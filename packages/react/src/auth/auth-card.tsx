'use client';
import { Heading } from '@latchkey/ui';
import { type ReactNode, use } from 'react';
import { FullPageContext } from '../pages/full-page.ts';

export interface AuthCardProps {
  title: ReactNode;
  /** One sentence: what this is for, or what to do next. */
  description?: ReactNode;
  children?: ReactNode;
  /** Where else to go. */
  footer?: ReactNode;
}

/** The one card of a page for signing in. */
export function AuthCard({ title, description, children, footer }: AuthCardProps) {
  const isFullPage = use(FullPageContext);
  return (
    <div className="lk-auth__card">
      <div className="lk-auth__top">
        <Heading level={isFullPage ? 1 : 2} className="lk-auth__title" tabIndex={-1}>
          {title}
        </Heading>
        {description === undefined ? null : <p className="lk-muted">{description}</p>}
      </div>
      {children}
      {footer === undefined ? null : <div className="lk-auth__footer">{footer}</div>}
    </div>
  );
}
