import { getInstallation } from '@latchkey/react';
import { queryOptions } from '@tanstack/react-query';
import { stackApp } from './stack-app.ts';

/** The server behind this page, which anybody may know: whether it has an operator, and by which origin it is reached. */
export const installationQuery = queryOptions({
  queryKey: ['installation'],
  queryFn: () => getInstallation(stackApp),
  staleTime: Infinity,
});
