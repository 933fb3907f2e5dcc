import { lazy, Suspense } from 'react';

/** What is stacked in each bar, from below. */
export interface ChartSeries {
  id: string;
  label: string;
  tone: 'ink' | 'brass' | 'warn';
}

export interface ChartBar {
  /** Below the bar, where there is room. */
  label: string;
  /** What the bar stands for, in full. */
  title: string;
  values: Record<string, number>;
  /** What else is told of it: the parts of a value. */
  details?: { label: string; value: number }[];
}

export interface ChartProps {
  /** What is shown: "Checks per day". */
  label: string;
  series: readonly ChartSeries[];
  bars: readonly ChartBar[];
  size?: 'small' | 'large';
}

const Bars = lazy(async () => ({ default: (await import('./bars.tsx')).Bars }));

/** Stacked bars, drawn once what draws them is loaded; their place is kept until then. The same stands in a table to be read out. */
export function Chart(props: ChartProps) {
  const { label, series, bars, size = 'large' } = props;
  return (
    <div className={`chart chart--${size}`}>
      <div className="chart__box">
        <Suspense fallback={null}>
          <Bars {...props} />
        </Suspense>
      </div>
      <div className="lk-visually-hidden">
        <table>
          <caption>{label}</caption>
          <thead>
            <tr>
              <th scope="col">When</th>
              {series.map(({ id, label: name }) => (
                <th key={id} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {bars.map(({ title, values }) => (
              <tr key={title}>
                <th scope="row">{title}</th>
                {series.map(({ id }) => (
                  <td key={id}>{values[id]?.toLocaleString('en')}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** What the colours mean. */
export function ChartLegend({ series }: Pick<ChartProps, 'series'>) {
  return (
    <ul className="chart-legend" aria-label="Legend">
      {series.map(({ id, label, tone }) => (
        <li key={id} className={`chart-legend__item chart-legend__item--${tone}`}>
          {label.toLowerCase()}
        </li>
      ))}
    </ul>
  );
}
