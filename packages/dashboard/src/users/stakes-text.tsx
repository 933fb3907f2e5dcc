import type { ServerUser } from '@latchkey/react';
import { useQuery } from '@tanstack/react-query';
import { useAdminApp } from '../project/use-project.ts';
import { readStakes, type Stakes } from './stakes.ts';

export interface StakesTextProps {
  user: ServerUser;
  describe: (stakes: Stakes) => string;
}

/** What an action means for a user, counted at the moment it is asked about. */
export function StakesText({ user, describe }: StakesTextProps) {
  const { projectId } = useAdminApp();
  const { data: stakes, isError } = useQuery({
    queryKey: [projectId, 'user', user.id, 'stakes'],
    queryFn: () => readStakes(user),
    staleTime: 0,
  });
  if (isError) return 'What hangs on them could not be counted.';
  return (
    <span aria-live="polite" aria-busy={stakes === undefined || undefined}>
      {stakes === undefined ? 'Counting keys and sessions…' : describe(stakes)}
    </span>
  );
}
