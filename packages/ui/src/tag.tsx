import { type ReactNode } from 'react';
import { classNames } from './class-names.ts';

export interface TagProps {
  tone?: 'neutral' | 'good' | 'warn' | 'bad';
  children: ReactNode;
  className?: string;
}

/** A word about something; a tone and its dot make it a state, which the word must say without its colour. */
export function Tag({ tone = 'neutral', children, className }: TagProps) {
  return <span className={classNames('lk-tag', `lk-tag--${tone}`, className)}>{children}</span>;
}
