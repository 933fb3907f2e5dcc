import { type CurrentUser, useUser } from '@latchkey/react';

/** Whoever is signed in to the dashboard; whoever is not is sent to the sign-in page, and comes back afterwards. */
export function useOperator(): CurrentUser {
  return useUser({ or: 'redirect' });
}
