import { describeError, useWords } from '@latchkey/react/forms';
import { Button, Card, EmptyState, Notice, Pagination, Skeleton } from '@latchkey/ui';
import type { Page } from '@latchkey/react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';

export interface ListCardProps<Row> {
  /** What is listed, in the plural: "users". */
  noun: string;
  query: UseQueryResult<Page<Row>>;
  /** Search, filters, order. */
  toolbar?: ReactNode;
  /** Draws the rows; `busy` while others are on their way and these stay. */
  children: (rows: readonly Row[], state: { busy: boolean }) => ReactNode;
  /** What stands where there is no row. */
  empty: ReactNode;
  /** How many rows came before this page. */
  offset: number;
  onPrevious?: (() => void) | undefined;
  onNext: (cursor: string) => void;
  /** A remark at the far end of the footer. */
  note?: ReactNode;
}

/** A list, page by page: what is shown stays while the next page is read, and says so when it cannot be. */
export function ListCard<Row>(props: ListCardProps<Row>) {
  const { noun, query, toolbar, children, empty, offset, onPrevious, onNext, note } = props;
  const { data: rows, isPlaceholderData, isFetching } = query;
  const next = rows?.nextCursor ?? null;
  return (
    <Card flush className="list">
      {toolbar ? <div className="lk-card__bar list__toolbar">{toolbar}</div> : null}
      <Failure query={query} noun={noun} />
      {rows === undefined ? (
        query.isError ? null : (
          <Loading noun={noun} />
        )
      ) : rows.length === 0 ? (
        empty
      ) : (
        children(rows, { busy: isPlaceholderData && isFetching })
      )}
      {rows !== undefined && rows.length > 0 ? (
        <div className="list__footer">
          <Pagination
            label={`Pages of ${noun}`}
            previousLabel="Previous"
            nextLabel="Next"
            busy={isPlaceholderData}
            onPrevious={onPrevious}
            onNext={next === null ? undefined : () => onNext(next)}
          >
            {`${(offset + 1).toLocaleString()} to ${(offset + rows.length).toLocaleString()}`}
          </Pagination>
          {note ? <span className="lk-faint">{note}</span> : null}
        </div>
      ) : null}
    </Card>
  );
}

function Failure<Row>({ query, noun }: Pick<ListCardProps<Row>, 'query' | 'noun'>) {
  const words = useWords();
  if (!query.isError) return null;
  return (
    <Notice
      tone="bad"
      className="list__failure"
      title={`The ${noun} could not be read`}
      action={<Button onClick={() => void query.refetch()}>Try again</Button>}
    >
      {describeError(words, query.error)}
    </Notice>
  );
}

function Loading({ noun }: { noun: string }) {
  return (
    <div role="status" aria-busy="true" aria-label={`Loading ${noun}`}>
      <Skeleton shape="row" lines={8} />
    </div>
  );
}

/** What stands where a search or a filter finds nothing. */
export function NothingFound({ noun, onClear }: { noun: string; onClear: () => void }) {
  return (
    <EmptyState title={`No ${noun} match`} action={<Button onClick={onClear}>Clear search and filters</Button>}>
      Searches look at how a word begins. Try fewer letters, or another filter.
    </EmptyState>
  );
}
