import { Button, EmptyState } from '@latchkey/ui';

/** What stands where a search or a filter finds nothing. */
export function NothingFound({ noun, onClear }: { noun: string; onClear: () => void }) {
  return (
    <EmptyState title={`No ${noun} match`} action={<Button onClick={onClear}>Clear search and filters</Button>}>
      Searches look at how a word begins. Try fewer letters, or another filter.
    </EmptyState>
  );
}

/** What stands where a search has looked at many rows, has found none, and is not at the end. */
export function NothingSoFar({ noun, onSearchOn }: { noun: string; onSearchOn: () => void }) {
  return (
    <EmptyState title={`No ${noun} match so far`} action={<Button onClick={onSearchOn}>Search on</Button>}>
      There are more to look at.
    </EmptyState>
  );
}

/** What stands on a page whose rows are gone. */
export function NothingHere({ noun, onPrevious }: { noun: string; onPrevious: () => void }) {
  return (
    <EmptyState title={`No ${noun} on this page any more`} action={<Button onClick={onPrevious}>Previous page</Button>}>
      They were deleted, or do not match any more.
    </EmptyState>
  );
}
