import { type ReactNode } from 'react';
import { classNames } from './class-names.ts';

export interface EmptyStateProps {
  icon?: ReactNode;
  title: ReactNode;
  /** Why it is empty, and what the next step is. */
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
}

/** What stands where there is nothing yet: the next step. */
export function EmptyState({ icon, title, children, action, className }: EmptyStateProps) {
  return (
    <div className={classNames('lk-empty', className)}>
      {icon}
      <p className="lk-empty__title">{title}</p>
      {children ? <div className="lk-empty__text">{children}</div> : null}
      {action}
    </div>
  );
}
