import type { CurrentUser } from '@latchkey/react';
import { queryOptions } from '@tanstack/react-query';

/** The teams through which an operator administers projects. */
export function operatorTeamsQuery(operator: CurrentUser) {
  return queryOptions({
    queryKey: ['operator-teams', operator.id],
    queryFn: () => operator.listTeams(),
  });
}
