'use client';
import { Button, type ButtonLook } from '@latchkey/ui';
import type { ReactNode } from 'react';
import { useForm } from './form-context.ts';

/** Sends the {@link Form} around, and waits with it. */
export function SubmitButton({
  children,
  className,
  ...look
}: ButtonLook & { children: ReactNode; className?: string }) {
  const { isBusy } = useForm();
  return (
    <Button variant="primary" {...look} type="submit" busy={isBusy} className={className}>
      {children}
    </Button>
  );
}
