import { useQuery } from '@tanstack/react-query';
import { useAdminApp } from '../project/use-project.ts';
import { checksByDay, checksByHour, dayBefore, sumChecks } from './checks.ts';

/** Which checks: all of the project, or those of one key. */
export interface ChecksOptions {
  apiKeyId?: string;
}

const days = 30;
const hoursShown = 48;
const refreshMillis = 15_000;

/** The checks of the last 30 days, today included, read anew while somebody looks. */
export function useChecks({ apiKeyId }: ChecksOptions = {}) {
  const app = useAdminApp();
  const { data, error } = useQuery({
    queryKey: [app.projectId, 'checks', apiKeyId ?? 'all'],
    queryFn: async () => {
      const now = new Date();
      const from = dayBefore(now, days - 1);
      const hours = await app.getUsage({ from, ...(apiKeyId !== undefined && { apiKeyId }) });
      return { now, hours };
    },
    refetchInterval: refreshMillis,
  });
  return {
    error,
    checks: data && {
      total: sumChecks(data.hours),
      byDay: checksByDay(data.hours, { now: data.now, days }),
      byHour: checksByHour(data.hours, { now: data.now, count: hoursShown }),
    },
  };
}

/** As many checks of the project as in the time that {@link useChecks} looks at, in the days before; undefined: not known yet. */
export function useChecksBefore() {
  const app = useAdminApp();
  const { data } = useQuery({
    queryKey: [app.projectId, 'checks', 'before'],
    queryFn: async () => {
      const now = new Date();
      // To the same time of day: what today lacks is lacking there as well.
      const to = new Date(dayBefore(now, days).getTime() + (now.getTime() - dayBefore(now, 0).getTime()));
      return sumChecks(await app.getUsage({ from: dayBefore(now, 2 * days - 1), to }));
    },
    staleTime: Infinity,
  });
  return data;
}
