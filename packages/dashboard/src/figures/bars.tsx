import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { ChartBar, ChartProps, ChartSeries } from './chart-props.ts';
import { formatCompact } from './format-compact.ts';

const fills = { ink: 'var(--lk-chart-ink)', brass: 'var(--lk-brass)', warn: 'var(--lk-warn)' };
const tick = { fill: 'var(--lk-ink-3)', fontSize: 11 };

/** Draws a {@link ChartProps chart}; loaded on demand, with the library that it needs. */
export function Bars({ label, series, bars, size = 'large' }: ChartProps) {
  return (
    <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 300, height: 100 }}>
      <BarChart
        data={[...bars]}
        margin={{ top: 8, right: 0, bottom: 0, left: 0 }}
        barCategoryGap="18%"
        // The arrow keys move from bar to bar.
        accessibilityLayer
        aria-label={`${label}: a chart. The arrow keys tell of each bar.`}
      >
        <CartesianGrid vertical={false} stroke="var(--lk-line)" />
        <XAxis
          dataKey="label"
          tick={tick}
          tickLine={false}
          axisLine={{ stroke: 'var(--lk-line)' }}
          interval="equidistantPreserveStart"
          minTickGap={size === 'large' ? 32 : 24}
          height={20}
        />
        <YAxis
          tick={tick}
          tickLine={false}
          axisLine={false}
          tickCount={size === 'large' ? 4 : 3}
          allowDecimals={false}
          tickFormatter={formatCompact}
          width={size === 'large' ? 44 : 32}
        />
        <Tooltip
          cursor={{ fill: 'var(--lk-sunken)' }}
          isAnimationActive={false}
          wrapperStyle={{ zIndex: 1 }}
          content={({ active, payload }) => {
            const bar: unknown = payload[0]?.payload;
            return active && isBar(bar) ? <Tip bar={bar} series={series} /> : null;
          }}
        />
        {series.map(({ id, tone }) => (
          <Bar
            key={id}
            dataKey={(bar: ChartBar) => bar.values[id] ?? 0}
            name={id}
            stackId="all"
            fill={fills[tone]}
            stroke="var(--lk-card)"
            strokeWidth={1}
            radius={2}
            // Few among many are still to be seen.
            minPointSize={(value) => (Number(value) > 0 ? 3 : 0)}
            isAnimationActive={false}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}

function isBar(value: unknown): value is ChartBar {
  return typeof value === 'object' && value !== null && 'title' in value && 'values' in value;
}

function Tip({ bar, series }: { bar: ChartBar; series: readonly ChartSeries[] }) {
  return (
    <div className="chart-tip">
      <p className="chart-tip__title">{bar.title}</p>
      <dl>
        {series.map(({ id, label }) => (
          <Line key={id} label={label} value={bar.values[id] ?? 0} />
        ))}
        {bar.details?.map(({ label, value }) => (
          <Line key={label} label={label} value={value} isDetail />
        ))}
      </dl>
    </div>
  );
}

function Line({ label, value, isDetail = false }: { label: string; value: number; isDetail?: boolean }) {
  return (
    <div className={isDetail ? 'chart-tip__line chart-tip__line--detail' : 'chart-tip__line'}>
      <dt>{label}</dt>
      <dd>{value.toLocaleString('en')}</dd>
    </div>
  );
}
