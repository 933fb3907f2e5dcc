import { lazy, Suspense } from 'react';
import type { ChartProps } from './chart-props.ts';

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
