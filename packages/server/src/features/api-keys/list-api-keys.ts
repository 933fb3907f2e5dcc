import { z } from 'zod';
import type { Caller } from '../../http/caller.ts';
import { cutPage, instantFromCursor, type Page, type PageWish, readCursor, rowsToRead } from '../../http/pagination.ts';
import type { Deps } from '../../platform/deps.ts';
import type { ApiKey, ApiKeyOwner } from './api-key.ts';
import type { ApiKeyKind } from './api-key-format.ts';
import {
  type ApiKeyFilter,
  type ApiKeyOrder,
  type ApiKeyPosition,
  type ApiKeyStatus,
  selectApiKeyPage,
} from './api-key-list.queries.ts';
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
  unused_since?: number | undefined;
  only?: ApiKeyFilter['only'];
  order_by?: ApiKeyOrder['by'] | undefined;
  desc?: boolean | undefined;
}

/** The keys of one user (an id or `me`) or team, newest first, revoked and expired ones included. */
export async function listApiKeysOfOwner(
  deps: Deps,
  caller: Caller,
  owner: ApiKeyOwner,
  { status, query, limit, cursor }: OwnerApiKeysWish,
): Promise<Page<ApiKey>> {
  const { kind, id: ownerId } = await authorizeKeyOwner(deps.db, caller, owner);
  const filter = { kind, ownerId, status, query: wordsOf(query) };
  return selectPage(deps, caller, filter, { by: 'created_at', direction: 'desc' }, { limit, cursor, wholeUpTo });
}

/** All keys of the project, page by page: newest first, soonest to expire first, or longest unused first. */
export function listApiKeysOfProject(deps: Deps, caller: Caller, wish: ProjectApiKeysWish): Promise<Page<ApiKey>> {
  const { kind, owner_id: ownerId, status, query, only, order_by: by = 'created_at', desc, cursor } = wish;
  const expiresBefore = dateFrom(wish.expires_before);
  const unusedSince = dateFrom(wish.unused_since);
  return selectPage(
    deps,
    caller,
    { kind, ownerId, status, query: wordsOf(query), expiresBefore, unusedSince, only },
    { by, direction: (desc ?? by === 'created_at') ? 'desc' : 'asc' },
    { limit: wish.limit ?? defaultPageSize, cursor },
  );
}

function wordsOf(query: string | undefined): string | undefined {
  return query === '' ? undefined : query;
}

function dateFrom(millis: number | undefined): Date | undefined {
  return millis === undefined ? undefined : new Date(millis);
}

async function selectPage(
  { db, clock }: Deps,
  caller: Caller,
  filter: Omit<ApiKeyFilter, 'now'>,
  order: Pick<ApiKeyOrder, 'by' | 'direction'>,
  wish: PageWish,
): Promise<Page<ApiKey>> {
  const { found, goesOnAfter } = await selectApiKeyPage(
    db,
    caller.project.id,
    { ...filter, now: clock.now() },
    { ...order, after: readCursor(wish.cursor, cursorKey(order)), limit: rowsToRead(wish) ?? wholeUpTo + 1 },
  );
  const { items, ...rest } = cutPage(found, wish, ({ position }) => cursorFrom(order, position));
  const page = { items: items.map(({ key }) => key), ...rest };
  return goesOnAfter === undefined ? page : { ...page, nextCursor: cursorFrom(order, goesOnAfter).join(',') };
}

/** The order is part of it: a position in one order says nothing in another. */
function cursorFrom({ by, direction }: Pick<ApiKeyOrder, 'by' | 'direction'>, { at, id }: ApiKeyPosition) {
  return [by, direction, at === 'infinity' ? at : at.getTime(), id];
}

function cursorKey({ by, direction }: Pick<ApiKeyOrder, 'by' | 'direction'>) {
  const at = instantFromCursor.or(z.literal('infinity'));
  return z
    .tuple([z.literal(by), z.literal(direction), at, z.uuid()])
    .transform(([, , at, id]): ApiKeyPosition => ({ at, id }));
}
