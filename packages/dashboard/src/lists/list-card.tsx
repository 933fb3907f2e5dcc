import type { Page } from '@latchkey/react';
import { Card, type CardProps, Pagination } from '@latchkey/ui';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ListFailure } from './list-failure.tsx';
import { ListLoading } from './list-loading.tsx';
import { NothingHere, NothingSoFar } from './nothing-found.tsx';
import { useAnnounceRows } from './use-announce-rows.ts';

export interface ListCardProps<Row> extends Pick<CardProps, 'title' | 'description' | 'actions'> {
  /** What is listed, in the plural: "users". */
  noun: string;
  query: UseQueryResult<Page<Row>>;
  /** Search, filters, order. */
  toolbar?: ReactNode;
  /** Draws the rows; `busy` while others are on their way and these stay. */
  children: (rows: readonly Row[], state: { busy: boolean }) => ReactNode;
  /** What stands where there is no row at all. */
  empty: ReactNode;
  /** How many rows came before this page. */
  offset: number;
  /** Left out on the first page. */
  onPrevious?: (() => void) | undefined;
  onNext: (cursor: string) => void;
  /** A remark at the far end of the footer. */
  note?: ReactNode;
}

/** A list, page by page: what is shown stays while the next page is read, and says so when it cannot be. */
export function ListCard<Row>(props: ListCardProps<Row>) {
  const { noun, query, toolbar, title, description, actions } = props;
  useAnnounceRows(props);
  return (
    <Card flush className="list" title={title} description={description} actions={actions}>
      {toolbar ? <div className="lk-card__bar list__toolbar">{toolbar}</div> : null}
      <ListFailure noun={noun} query={query} />
      <Rows {...props} />
      <Footer {...props} />
    </Card>
  );
}

function Rows<Row>({ noun, query, children, empty, offset, onPrevious, onNext }: ListCardProps<Row>) {
  const { data: rows, isPlaceholderData, isFetching, isError } = query;
  if (rows === undefined) return isError ? null : <ListLoading noun={noun} />;
  if (rows.length > 0) return children(rows, { busy: isPlaceholderData && isFetching });
  const { nextCursor } = rows;
  if (nextCursor !== null) return <NothingSoFar noun={noun} onSearchOn={() => onNext(nextCursor)} />;
  return offset > 0 && onPrevious !== undefined ? <NothingHere noun={noun} onPrevious={onPrevious} /> : empty;
}

function Footer<Row>({ noun, query, offset, onPrevious, onNext, note }: ListCardProps<Row>) {
  const { data: rows, isPlaceholderData } = query;
  if (rows === undefined || rows.length === 0) return null;
  const { nextCursor } = rows;
  // The buttons stay while the first page is on its way back: one of them has the focus.
  const isOnePage = nextCursor === null && onPrevious === undefined && !isPlaceholderData;
  const range = isOnePage
    ? `${rows.length.toLocaleString()} in all`
    : `${(offset + 1).toLocaleString()} to ${(offset + rows.length).toLocaleString()}`;
  return (
    <div className="list__footer">
      {isOnePage ? (
        <span className="lk-pagination__status">{range}</span>
      ) : (
        <Pagination
          label={`Pages of ${noun}`}
          previousLabel="Previous"
          nextLabel="Next"
          busy={isPlaceholderData}
          onPrevious={onPrevious}
          onNext={nextCursor === null ? undefined : () => onNext(nextCursor)}
        >
          {range}
        </Pagination>
      )}
      {note ? <span className="lk-faint">{note}</span> : null}
    </div>
  );
}
