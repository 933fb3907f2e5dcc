import { z } from 'zod';
import type { Caller } from '../../http/caller.ts';
import { cutPage, type PageWish, presentList, readCursor, rowsToRead } from '../../http/pagination.ts';
import type { Deps } from '../../platform/deps.ts';
import { type PermissionScope, selectPermissionDefinitions } from './permission-definitions.queries.ts';
import { presentPermissionDefinition } from './present-permission-definition.ts';

const cursorKey = z.tuple([z.string()]);

/** The permissions of one scope that the project defines, those of the system included, by id. */
export async function listPermissionDefinitions(
  { db }: Deps,
  { project }: Caller,
  scope: PermissionScope,
  wish: PageWish & { query?: string | undefined },
) {
  const [after] = readCursor(wish.cursor, cursorKey) ?? [];
  const found = await selectPermissionDefinitions(db, {
    projectId: project.id,
    scope,
    query: wish.query,
    after,
    limit: rowsToRead(wish),
  });
  return presentList(
    cutPage(found, wish, ({ id }) => [id]),
    presentPermissionDefinition,
  );
}
