import type { ChartBar, ChartSeries } from './chart-props.ts';
import { Chart } from './chart.tsx';
import { type ChecksOfSpan, sortedReasons } from './checks.ts';
import { refusalWords } from './refusal-words.ts';

export interface ChecksChartProps {
  label: string;
  checks: readonly ChecksOfSpan[];
  span: 'day' | 'hour';
}

export const checksSeries: readonly ChartSeries[] = [
  { id: 'valid', label: 'Valid', tone: 'ink' },
  { id: 'refused', label: 'Refused', tone: 'brass' },
];

/** Checks over time, the refused ones on top, each bar with the reasons. */
export function ChecksChart({ label, checks, span }: ChecksChartProps) {
  return <Chart label={label} series={checksSeries} bars={checks.map((one) => barOf(one, span))} />;
}

function barOf({ at, valid, refused, reasons }: ChecksOfSpan, span: ChecksChartProps['span']): ChartBar {
  return {
    ...(span === 'day' ? namesOfDay(at) : namesOfHour(at)),
    values: { valid, refused },
    details: sortedReasons(reasons).map(({ reason, count }) => ({ label: refusalWords[reason], value: count })),
  };
}

/** What a bar of a day is called. */
export function namesOfDay(at: Date): Pick<ChartBar, 'label' | 'title'> {
  return {
    label: at.toLocaleDateString('en', { day: 'numeric', month: 'short' }),
    title: at.toLocaleDateString('en', { weekday: 'long', day: 'numeric', month: 'long' }),
  };
}

function namesOfHour(at: Date): Pick<ChartBar, 'label' | 'title'> {
  const time = at.toLocaleTimeString('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  // With its zone: where the clock is put back, an hour comes twice.
  return {
    label: time,
    title: at.toLocaleString('en', {
      weekday: 'long',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZoneName: 'short',
    }),
  };
}
