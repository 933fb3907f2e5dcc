import { type ReactNode } from 'react';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';

export interface PaginationProps {
  /** What is paged, for screen readers: "Pages of API keys". */
  label: string;
  previousLabel: string;
  nextLabel: string;
  /** Left out on the first page. */
  onPrevious?: (() => void) | undefined;
  /** Left out on the last page. */
  onNext?: (() => void) | undefined;
  busy?: boolean;
  /** Where we are: "20 of 134". */
  children?: ReactNode;
  className?: string;
}

/** One page back, one page on. At an end the button refuses but keeps focus. */
export function Pagination(props: PaginationProps) {
  const { label, previousLabel, nextLabel, onPrevious, onNext, busy = false, children, className } = props;
  return (
    <nav aria-label={label} aria-busy={busy || undefined} className={classNames('lk-pagination', className)}>
      <div className="lk-pagination__status">{children}</div>
      <Button
        size="small"
        icon={<Icon name="chevron-start" />}
        aria-disabled={!onPrevious || busy}
        onClick={onPrevious}
      >
        {previousLabel}
      </Button>
      <Button
        size="small"
        className="lk-button--icon-end"
        icon={<Icon name="chevron-end" />}
        aria-disabled={!onNext || busy}
        onClick={onNext}
      >
        {nextLabel}
      </Button>
    </nav>
  );
}
