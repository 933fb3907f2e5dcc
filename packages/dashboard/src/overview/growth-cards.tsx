import type { Overview } from '@latchkey/react';
import { Card } from '@latchkey/ui';
import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import type { ChartBar, ChartSeries } from '../figures/chart-props.ts';
import { Chart } from '../figures/chart.tsx';
import { namesOfDay } from '../figures/checks-chart.tsx';
import { useProject } from '../project/use-project.ts';

/** What came in the last 30 days, and what ends in the next 30. */
export function GrowthCards({ overview }: { overview: Overview | undefined }) {
  const params = { projectId: useProject().id };
  return (
    <div className="overview__thirds">
      <GrowthCard
        title="Sign-ups per day"
        noun="Users"
        days={overview?.pastDays.map(({ at, usersSignedUp }) => ({ at, count: usersSignedUp }))}
        link={
          <Link to="/projects/$projectId/users" params={params}>
            in the last 30 days
          </Link>
        }
      />
      <GrowthCard
        title="Keys created per day"
        noun="Keys"
        days={overview?.pastDays.map(({ at, apiKeysCreated }) => ({ at, count: apiKeysCreated }))}
        link={
          <Link to="/projects/$projectId/api-keys" params={params} search={{ status: 'all' }}>
            in the last 30 days
          </Link>
        }
      />
      <GrowthCard
        title="Keys that expire"
        noun="Keys"
        tone="warn"
        days={overview?.comingDays.map(({ at, apiKeysExpiring }) => ({ at, count: apiKeysExpiring }))}
        link={
          <Link to="/projects/$projectId/api-keys" params={params} search={{ sort: 'expiry' }}>
            in the next 30 days
          </Link>
        }
      />
    </div>
  );
}

interface GrowthCardProps {
  title: string;
  noun: string;
  /** Undefined: on their way. */
  days: { at: Date; count: number }[] | undefined;
  tone?: ChartSeries['tone'];
  /** To what is counted. */
  link: ReactNode;
}

function GrowthCard({ title, noun, days = [], tone = 'ink', link }: GrowthCardProps) {
  const bars: ChartBar[] = days.map(({ at, count }) => ({ ...namesOfDay(at), values: { count } }));
  const total = days.reduce((sum, { count }) => sum + count, 0);
  return (
    <Card title={title}>
      <p className="growth">
        <span className="growth__total">{days.length === 0 ? '\u00a0' : total.toLocaleString('en')}</span> {link}
      </p>
      <Chart label={title} size="small" series={[{ id: 'count', label: noun, tone }]} bars={bars} />
    </Card>
  );
}
