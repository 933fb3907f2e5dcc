import { Card, SegmentedControl } from '@latchkey/ui';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ChartLegend } from '../figures/chart.tsx';
import { type Checks, sortedReasons, sumChecks } from '../figures/checks.ts';
import { ChecksChart, checksSeries } from '../figures/checks-chart.tsx';
import { formatPercent } from '../figures/format-percent.ts';
import type { useChecks } from '../figures/use-checks.ts';
import { RefusalLink } from './refusal-link.tsx';

/** The checks of API keys over time, and why some were refused. */
export function ChecksCard({ checks }: Pick<ReturnType<typeof useChecks>, 'checks'>) {
  const { span = 'days' } = useSearch({ from: '/projects/$projectId/' });
  const navigate = useNavigate({ from: '/projects/$projectId/' });
  const shown = (span === 'days' ? checks?.byDay : checks?.byHour) ?? [];
  const title = span === 'days' ? 'Checks per day' : 'Checks per hour';
  const total = addUp(shown);
  return (
    <Card
      title={title}
      className="checks-card"
      actions={
        <>
          <ChartLegend series={checksSeries} />
          <SegmentedControl
            label="Time shown"
            segments={[
              { value: 'days', label: '30 days' },
              { value: 'hours', label: '48 hours' },
            ]}
            value={span}
            onChange={(value) =>
              void navigate({ search: value === 'days' ? {} : { span: 'hours' }, resetScroll: false })
            }
          />
        </>
      }
    >
      <ChecksChart label={title} checks={shown} span={span === 'days' ? 'day' : 'hour'} />
      {total.refused === 0 ? null : <Refusals total={total} />}
    </Card>
  );
}

function Refusals({ total: { refused, reasons } }: { total: Checks }) {
  return (
    <ul className="refusals" aria-label="Refused checks by reason">
      {sortedReasons(reasons).map(({ reason, count }) => (
        <li key={reason}>
          <RefusalLink reason={reason} />
          <span className="lk-num">
            {count.toLocaleString('en')} <span className="lk-faint">{formatPercent(count, refused)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function addUp(spans: readonly Checks[]): Checks {
  return sumChecks(spans.map(({ valid, reasons }) => ({ valid, refused: reasons })));
}
