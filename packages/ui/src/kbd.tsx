import { type ReactNode } from 'react';

export interface KbdProps {
  children: ReactNode;
}

/** A key of the keyboard, or several pressed together. */
export function Kbd({ children }: KbdProps) {
  return <kbd className="lk-kbd">{children}</kbd>;
}
