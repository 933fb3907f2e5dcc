import { type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Heading, type HeadingLevel } from './heading.tsx';

export interface EmptyStateProps {
  icon?: ReactNode;
  title: ReactNode;
  /** Makes the title a heading: where nothing else on the page is one. */
  level?: HeadingLevel | undefined;
  /** Why it is empty, and what the next step is. */
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
}

/** What stands where there is nothing yet: the next step. */
export function EmptyState({ icon, title, level, children, action, className }: EmptyStateProps) {
  return (
    <div className={classNames('lk-empty', className)}>
      {icon}
      {level === undefined ? (
        <p className="lk-empty__title">{title}</p>
      ) : (
        <Heading level={level} className="lk-empty__title">
          {title}
        </Heading>
      )}
      {children ? <div className="lk-empty__text">{children}</div> : null}
      {action}
    </div>
  );
}
