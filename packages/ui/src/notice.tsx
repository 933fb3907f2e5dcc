import { type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';

export interface NoticeProps {
  tone?: 'info' | 'good' | 'warn' | 'bad';
  title?: ReactNode;
  children?: ReactNode;
  /** What can be done about it. */
  action?: ReactNode;
  className?: string;
}

/** A sentence that must not be missed, in its place on the page: `bad` interrupts screen readers, the others wait. */
export function Notice({ tone = 'info', title, children, action, className }: NoticeProps) {
  return (
    <div
      role={tone === 'bad' ? 'alert' : 'status'}
      className={classNames('lk-notice', `lk-notice--${tone}`, className)}
    >
      <Icon name={icons[tone]} />
      <div className="lk-notice__text">
        {title ? <p className="lk-notice__title">{title}</p> : null}
        {children}
      </div>
      {action}
    </div>
  );
}

const icons: Record<NonNullable<NoticeProps['tone']>, IconName> = {
  info: 'info',
  good: 'check',
  warn: 'alert',
  bad: 'alert',
};
