import { Skeleton } from '@latchkey/ui';

export interface ListLoadingProps {
  noun: string;
  lines?: number;
}

/** Keeps the place of a list that is read for the first time. */
export function ListLoading({ noun, lines = 8 }: ListLoadingProps) {
  return (
    <div role="status" aria-busy="true" aria-label={`Loading ${noun}`}>
      <Skeleton shape="row" lines={lines} />
    </div>
  );
}
