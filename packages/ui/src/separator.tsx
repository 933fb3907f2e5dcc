import { type ReactNode } from 'react';
import { classNames } from './class-names.ts';

export interface SeparatorProps {
  /** A word in the middle of the line: "or". */
  children?: ReactNode;
  className?: string;
}

/** A line between two parts. */
export function Separator({ children, className }: SeparatorProps) {
  const classes = classNames('lk-separator', className);
  return children == null ? <hr className={classes} /> : <div className={classes}>{children}</div>;
}
