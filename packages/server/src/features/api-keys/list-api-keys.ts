import { z } from 'zod';
import type { Caller } from '../../http/caller.ts';
import {
  cutPage,
  instantFromCursor,
  type Page,
  type PageWish,
  readCursor,
  rowsToRead,
  timeCursorKey,
} from '../../http/pagination.ts';
import type { Deps } from '../../platform/deps.ts';
import type { ApiKey, ApiKeyOwner } from './api-key.ts';
import type { ApiKeyKind } from './api-key-format.ts';
import { type ApiKeyFilter, type ApiKeyOrder, type ApiKeyStatus, selectApiKeys } from './api-keys.queries.ts';
import { authorizeKeyOwner } from './authorize-key-owner.ts';

/** The list that upstream's clients expect whole has an end too; past it, it is paginated without being asked. */
const wholeUpTo = 10_000;

const defaultPageSize = 50;

interface OwnerApiKeysWish extends PageWish {
  status?: ApiKeyStatus | undefined;
  query?: string | undefined;
}

interface ProjectApiKeysWish extends OwnerApiKeysWish {
  kind?: ApiKeyKind | undefined;
  owner_id?: string | undefined;
  expires_before?: number | undefined;
  order_by?: ApiKeyOrder['by'] | undefined;
  desc?: boolean | undefined;
}

const cursorKeys = {
  created_at: timeCursorKey,
  // What never expires is sorted at the end of time, in PostgreSQL's word for it.
  expires_at: z.tuple([instantFromCursor.or(z.literal('infinity')), z.uuid()]).transform(([at, id]) => ({ at, id })),
};

const sortValueOf = {
  created_at: ({ createdAt }: ApiKey) => createdAt.getTime(),
  expires_at: ({ expiresAt }: ApiKey) => expiresAt?.getTime() ?? 'infinity',
};

/** The keys of one user (an id or `me`) or team, newest first, revoked and expired ones included. */
export async function listApiKeysOfOwner(
  deps: Deps,
  caller: Caller,
  owner: ApiKeyOwner,
  { status, query, limit, cursor }: OwnerApiKeysWish,
): Promise<Page<ApiKey>> {
  const { kind, id: ownerId } = await authorizeKeyOwner(deps.db, caller, owner);
  return selectPage(
    deps,
    caller,
    { kind, ownerId, status, query },
    { by: 'created_at', direction: 'desc' },
    { limit, cursor, wholeUpTo },
  );
}

/** All keys of the project, page by page: newest first, or soonest to expire first. */
export function listApiKeysOfProject(deps: Deps, caller: Caller, wish: ProjectApiKeysWish): Promise<Page<ApiKey>> {
  const { kind, owner_id, status, query, expires_before, order_by: by = 'created_at', desc, cursor } = wish;
  const expiresBefore = expires_before === undefined ? undefined : new Date(expires_before);
  return selectPage(
    deps,
    caller,
    { kind, ownerId: owner_id, status, query, expiresBefore },
    { by, direction: (desc ?? by === 'created_at') ? 'desc' : 'asc' },
    { limit: wish.limit ?? defaultPageSize, cursor },
  );
}

async function selectPage(
  { db, clock }: Deps,
  caller: Caller,
  filter: Omit<ApiKeyFilter, 'now'>,
  order: Pick<ApiKeyOrder, 'by' | 'direction'>,
  wish: PageWish,
): Promise<Page<ApiKey>> {
  const found = await selectApiKeys(
    db,
    caller.project.id,
    { ...filter, now: clock.now() },
    { ...order, after: readCursor<ApiKeyOrder['after']>(wish.cursor, cursorKeys[order.by]), limit: rowsToRead(wish) },
  );
  return cutPage(found, wish, (key) => [sortValueOf[order.by](key), key.id]);
}
