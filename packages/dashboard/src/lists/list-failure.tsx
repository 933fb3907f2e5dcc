import { describeError, useWords } from '@latchkey/react/forms';
import { Button, Notice } from '@latchkey/ui';
import type { UseQueryResult } from '@tanstack/react-query';

/** Says in the list's place why it could not be read; what was read before stays below. */
export function ListFailure({ noun, query }: { noun: string; query: UseQueryResult<unknown> }) {
  const words = useWords();
  if (!query.isError) return null;
  return (
    <Notice
      tone="bad"
      className="list__failure"
      title={`The ${noun} could not be read`}
      action={
        <Button busy={query.isFetching} onClick={() => void query.refetch()}>
          Try again
        </Button>
      }
    >
      {describeError(words, query.error)}
    </Notice>
  );
}
