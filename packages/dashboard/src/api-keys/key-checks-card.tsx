import type { HeldApiKey } from '@latchkey/react';
import { describeError, useWords } from '@latchkey/react/forms';
import { Card, Notice } from '@latchkey/ui';
import { ChartLegend } from '../figures/chart.tsx';
import { sortedReasons } from '../figures/checks.ts';
import { ChecksChart, checksSeries } from '../figures/checks-chart.tsx';
import { countOf } from '../figures/count-of.ts';
import { refusalWords } from '../figures/refusal-words.ts';
import { useChecks } from '../figures/use-checks.ts';

/** The checks of one key in the last 30 days, by what they came to. */
export function KeyChecksCard({ apiKey }: { apiKey: HeldApiKey }) {
  const words = useWords();
  const { checks, error } = useChecks({ apiKeyId: apiKey.id });
  return (
    <Card
      title="Checks per day"
      className="checks-card"
      description={checks ? describe(checks.total) : '\u00a0'}
      actions={<ChartLegend series={checksSeries} />}
    >
      {error ? (
        <Notice tone="bad" title="The checks could not be read">
          {describeError(words, error)}
        </Notice>
      ) : (
        <ChecksChart label="Checks per day" checks={checks?.byDay ?? []} span="day" />
      )}
    </Card>
  );
}

function describe({ valid, refused, reasons }: NonNullable<ReturnType<typeof useChecks>['checks']>['total']): string {
  if (valid + refused === 0) return 'No check in the last 30 days.';
  const all = `${countOf(valid + refused, 'check')} in the last 30 days`;
  if (refused === 0) return `${all}, all valid.`;
  const why = sortedReasons(reasons)
    .map(({ reason, count }) => `${count.toLocaleString('en')} ${refusalWords[reason].toLowerCase()}`)
    .join(', ');
  return `${all}; refused: ${why}.`;
}
