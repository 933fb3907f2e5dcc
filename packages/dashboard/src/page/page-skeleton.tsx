import { Skeleton } from '@latchkey/ui';

/** Keeps the place of a page that is on its way. */
export function PageSkeleton() {
  return (
    <div className="page" role="status" aria-busy="true" aria-label="Loading">
      <Skeleton lines={2} />
      <Skeleton shape="row" lines={6} />
    </div>
  );
}
