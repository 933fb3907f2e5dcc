import { RefusedError } from '@latchkey/react';
import type { Problem } from '@latchkey/react/forms';

/** What to tell somebody whose claim was refused; undefined: what any form says. */
export function describeClaimRefusal(error: unknown): Problem | undefined {
  if (!(error instanceof RefusedError)) return undefined;
  if (error.status === 404) {
    return {
      field: 'code',
      text: 'This is not the code of this installation. Copy the one that the server printed when it last started.',
    };
  }
  if (error.status === 409)
    return { text: 'Somebody has claimed this installation meanwhile. Reload the page to sign in.' };
  return undefined;
}
