import type { Overview } from '@latchkey/react';
import { Card, Stat, Stats } from '@latchkey/ui';
import { Link } from '@tanstack/react-router';
import { type Checks, mainReason } from '../figures/checks.ts';
import { formatCompact } from '../figures/format-compact.ts';
import { formatCount } from '../figures/format-count.ts';
import { formatChange, formatPercent } from '../figures/format-percent.ts';
import { useChecksBefore } from '../figures/use-checks.ts';
import { useProject } from '../project/use-project.ts';
import { RefusalLink } from './refusal-link.tsx';

export interface OverviewStatsProps {
  /** Undefined: on its way. */
  overview: Overview | undefined;
  total: Checks | undefined;
}

/** The project in four numbers. */
export function OverviewStats({ overview, total }: OverviewStatsProps) {
  const params = { projectId: useProject().id };
  const before = useChecksBefore();
  const all = total && total.valid + total.refused;
  const reason = total && mainReason(total);
  return (
    <Card flush className="overview__stats">
      <Stats>
        <Stat
          label="Checks"
          value={all === undefined ? placeholder : <Exact count={all} />}
          caption={all !== undefined && before ? compare(all, before.valid + before.refused) : placeholder}
        />
        <Stat
          label="Refused"
          value={total && all !== undefined ? formatPercent(total.refused, all) : placeholder}
          caption={
            reason ? <RefusalLink reason={reason} prefix="mostly" /> : total ? 'no check was refused' : placeholder
          }
        />
        <Stat
          label="Active keys"
          value={
            overview ? (
              <Link to="/projects/$projectId/api-keys" params={params} className="figure-link">
                {formatCount(overview.apiKeys.valid)}
              </Link>
            ) : (
              placeholder
            )
          }
          caption={overview ? `${lastWeek(overview, 'apiKeysCreated')} made in 7 days` : placeholder}
        />
        <Stat
          label="Users"
          value={
            overview ? (
              <Link to="/projects/$projectId/users" params={params} className="figure-link">
                {formatCount(overview.users)}
              </Link>
            ) : (
              placeholder
            )
          }
          caption={overview ? `${lastWeek(overview, 'usersSignedUp')} signed up in 7 days` : placeholder}
        />
      </Stats>
    </Card>
  );
}

/** Keeps the line. */
const placeholder = '\u00a0';

function Exact({ count }: { count: number }) {
  return <span title={count.toLocaleString('en')}>{formatCompact(count)}</span>;
}

function compare(now: number, before: number): string {
  const change = formatChange(now, before);
  return change === null ? 'none in the 30 days before' : `${change} on the 30 days before`;
}

function lastWeek({ pastDays }: Overview, what: 'usersSignedUp' | 'apiKeysCreated'): string {
  return pastDays
    .slice(-7)
    .reduce((sum, day) => sum + day[what], 0)
    .toLocaleString('en');
}
