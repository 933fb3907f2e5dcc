'use client';
import { Pagination, VisuallyHidden } from '@latchkey/ui';
import { useWords } from '../words/use-words.ts';
import type { HeldApiKey } from './api-key-holder.ts';
import { apiKeysPerPage } from './arrange-api-keys.ts';
import type { ApiKeyListState } from './use-api-key-list.ts';

export interface ApiKeyListFooterProps {
  list: ApiKeyListState<HeldApiKey>;
  /** What was just done; until it is gone it stands in the place of the note. */
  message: string | null;
  note: string | null;
}

/** How many keys are shown, spoken whenever that changes; the pages, where there are several; and what was just done. */
export function ApiKeyListFooter({ list, message, note }: ApiKeyListFooterProps) {
  const { text } = useWords();
  const { page, pageCount, setPage } = list;
  const count = <ShownCount list={list} />;
  return (
    <div className="lk-card__footer">
      {pageCount === 1 ? (
        count
      ) : (
        <Pagination
          label={text('api_keys.pages')}
          previousLabel={text('api_keys.previous_page')}
          nextLabel={text('api_keys.next_page')}
          onPrevious={page > 1 ? () => setPage(page - 1) : undefined}
          onNext={page < pageCount ? () => setPage(page + 1) : undefined}
        >
          {count}
        </Pagination>
      )}
      <span role="status" className="lk-api-keys__message">
        {message}
      </span>
      {message === null && note !== null ? <span>{note}</span> : null}
    </div>
  );
}

function ShownCount({ list: { offset, rows, counts, filter, total } }: { list: ApiKeyListState<HeldApiKey> }) {
  const { text } = useWords();
  const matching = counts[filter];
  const isPaged = matching > apiKeysPerPage;
  const range = { from: offset + 1, to: offset + rows.length, total: matching };
  const shown = { shown: matching, total };
  return (
    <span role="status" className="lk-num">
      <span aria-hidden="true">{isPaged ? text('api_keys.range', range) : text('api_keys.shown', shown)}</span>
      <VisuallyHidden>
        {isPaged ? text('api_keys.range_spoken', range) : text('api_keys.shown_spoken', shown)}
      </VisuallyHidden>
    </span>
  );
}
