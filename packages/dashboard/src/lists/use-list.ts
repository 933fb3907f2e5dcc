import type { Page, StackAdminApp } from '@latchkey/react';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useAdminApp } from '../project/use-project.ts';
import { readOn } from './read-on.ts';

export interface ListWish<Row> {
  /** What is listed, and for the lists of one owner, whose: `users`, or `members of <id>`. */
  name: string;
  /** Everything else that decides what is read. */
  filter: Record<string, unknown>;
  cursor: string | undefined;
  read: (app: StackAdminApp<false>, cursor: string | undefined) => Promise<Page<Row>>;
}

/** One page of a list of the project; what was shown stays until what is asked for is there. */
export function useList<Row>({ name, filter, cursor, read }: ListWish<Row>): UseQueryResult<Page<Row>> {
  const app = useAdminApp();
  return useQuery({
    queryKey: [app.projectId, name, filter, cursor],
    queryFn: () => readOn((from) => read(app, from), cursor),
    // The rows of another project or owner are not what stood here before.
    placeholderData: (previous: Page<Row> | undefined, query) =>
      query?.queryKey[0] === app.projectId && query.queryKey[1] === name ? previous : undefined,
  });
}
