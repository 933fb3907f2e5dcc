import { Heading } from '@latchkey/ui';
import { type ReactNode, useEffect } from 'react';
import { Brand } from '../shell/brand.tsx';

export interface FirstRunPageProps {
  title: string;
  /** One sentence: what happens here. */
  description?: ReactNode;
  children?: ReactNode;
  /** Where else to go. */
  footer?: ReactNode;
}

/** A page for people who are no operators yet: the one card, as that for signing in. */
export function FirstRunPage({ title, description, children, footer }: FirstRunPageProps) {
  useEffect(() => {
    document.title = `${title} · Latchkey`;
  }, [title]);
  return (
    <main className="lk-page first-run">
      <div className="lk-auth__middle">
        <Brand />
        <div className="lk-auth__card">
          <div className="lk-auth__top">
            <Heading level={1} className="lk-auth__title">
              {title}
            </Heading>
            {description ? <p className="lk-muted">{description}</p> : null}
          </div>
          {children}
          {footer ? <div className="lk-auth__footer">{footer}</div> : null}
        </div>
      </div>
    </main>
  );
}
