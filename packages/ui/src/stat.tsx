import { type ReactNode } from 'react';

export interface StatProps {
  label: ReactNode;
  /** A number with its unit, formatted; as a link, to what it counts. */
  value: ReactNode;
  caption?: ReactNode;
}

/** One number with its name. It stands in {@link Stats}. */
export function Stat({ label, value, caption }: StatProps) {
  return (
    <div className="lk-stat">
      <dt className="lk-muted">{label}</dt>
      <dd className="lk-stat__value">{value}</dd>
      {caption ? <dd className="lk-faint">{caption}</dd> : null}
    </div>
  );
}

export interface StatsProps {
  children: ReactNode;
}

/** Numbers side by side, as many in a line as there is room for. In a flush card they reach its edges. */
export function Stats({ children }: StatsProps) {
  return <dl className="lk-stats">{children}</dl>;
}
