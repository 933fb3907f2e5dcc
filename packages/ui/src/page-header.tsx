import { type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Heading, type HeadingLevel } from './heading.tsx';

export interface PageHeaderProps {
  title: ReactNode;
  level?: HeadingLevel;
  /** One sentence: what this page is for. */
  description?: ReactNode;
  actions?: ReactNode;
  className?: string;
}

/** How every screen opens: its title, one sentence, and what can be done. */
export function PageHeader({ title, level = 1, description, actions, className }: PageHeaderProps) {
  return (
    <header className={classNames('lk-page-header', className)}>
      <div className="lk-page-header__text">
        <Heading level={level} className="lk-page-header__title">
          {title}
        </Heading>
        {description ? <p className="lk-page-header__description">{description}</p> : null}
      </div>
      {actions ? <div className="lk-page-header__actions">{actions}</div> : null}
    </header>
  );
}
