import { StackHandler } from '@latchkey/react';

/** Signing in, a forgotten password, the operator's own account: the pages that every application has. */
export function HandlerPage() {
  return <StackHandler />;
}
