import { type ReactNode } from 'react';
import { classNames } from './class-names.ts';

export interface TagProps {
  tone?: 'neutral' | 'good' | 'warn' | 'bad';
  children: ReactNode;
  className?: string;
}

/** A word about the state of something. The word must say it without its colour. */
export function Tag({ tone = 'neutral', children, className }: TagProps) {
  return <span className={classNames('lk-tag', `lk-tag--${tone}`, className)}>{children}</span>;
}
