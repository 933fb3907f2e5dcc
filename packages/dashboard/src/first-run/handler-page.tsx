import { StackHandler } from '@latchkey/react';

/** Signing in and a forgotten password: the pages that every application has. */
export function HandlerPage() {
  return <StackHandler />;
}
