import { isKnownError, RefusedError } from '@latchkey/react';
import { QueryClient } from '@tanstack/react-query';

/** What was read a moment ago is shown at once and read anew behind it; a refusal is final, an outage is not. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      refetchOnWindowFocus: true,
      retry: (failures, error) => failures < 2 && !isRefusal(error),
    },
  },
});

function isRefusal(error: unknown): boolean {
  return isKnownError(error) || (error instanceof RefusedError && error.status < 500);
}
