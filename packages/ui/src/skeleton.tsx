export interface SkeletonProps {
  /** How many lines of text, or rows of a table, are on their way. */
  lines?: number;
  /** `row` is as high as a table's row. */
  shape?: 'text' | 'row';
}

/** Keeps the place of what is loading. Invisible for the first 200 ms, silent always: say `aria-busy` around it. */
export function Skeleton({ lines = 1, shape = 'text' }: SkeletonProps) {
  return (
    <div className={`lk-skeleton lk-skeleton--${shape}`} aria-hidden="true">
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className="lk-skeleton__line" />
      ))}
    </div>
  );
}
