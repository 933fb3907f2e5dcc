'use client';
import { useEffect, useRef } from 'react';
import { AuthCard, type AuthCardProps } from './auth-card.tsx';

/** What stands where a form was once it has done its work; the focus goes there, and screen readers say it. */
export function DoneCard(props: AuthCardProps) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.querySelector<HTMLElement>('.lk-auth__title')?.focus(), []);
  return (
    <div ref={ref}>
      <AuthCard {...props} />
    </div>
  );
}
