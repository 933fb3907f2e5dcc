import type { Caller } from '../../http/caller.ts';
import type { Page } from '../../http/present-list.ts';
import type { Deps } from '../../platform/deps.ts';
import type { ApiKey, ApiKeyOwner } from './api-key.ts';
import { type ApiKeyFilter, type ApiKeyOrder, selectApiKeys } from './api-keys.queries.ts';
import { authorizeKeyOwner, requireKindEnabled } from './authorize-key-owner.ts';

/** The list that upstream's clients expect whole has an end too; past it, it is paginated without being asked. */
const maxUnpaginated = 10_000;

type ApiKeyPage = Page<ApiKey>;

interface PageWish {
  limit?: number | undefined;
  cursor?: string | undefined;
}

/** The keys of one user or team, newest first, revoked and expired ones included. */
export async function listApiKeysOfOwner(
  deps: Deps,
  caller: Caller,
  owner: ApiKeyOwner,
  filter: Pick<ApiKeyFilter, 'status' | 'query'>,
  page: PageWish,
): Promise<ApiKeyPage> {
  requireKindEnabled(caller, owner.kind);
  await authorizeKeyOwner(deps.db, caller, owner);
  const isPaginated = page.limit !== undefined || page.cursor !== undefined;
  const found = await selectPage(
    deps,
    caller,
    { ...filter, owner },
    { by: 'created_at', direction: 'desc' },
    {
      ...page,
      limit: page.limit ?? maxUnpaginated,
    },
  );
  return isPaginated || found.nextCursor !== null ? found : { items: found.items };
}

/** All keys of the project, page by page. */
export function listApiKeysOfProject(
  deps: Deps,
  caller: Caller,
  filter: Omit<ApiKeyFilter, 'now' | 'owner'>,
  order: Pick<ApiKeyOrder, 'by' | 'direction'>,
  page: PageWish & { limit: number },
): Promise<ApiKeyPage> {
  return selectPage(deps, caller, filter, order, page);
}

async function selectPage(
  { db, clock }: Deps,
  caller: Caller,
  filter: Omit<ApiKeyFilter, 'now'>,
  order: Pick<ApiKeyOrder, 'by' | 'direction'>,
  { limit, cursor }: PageWish & { limit: number },
): Promise<ApiKeyPage & { nextCursor: string | null }> {
  const found = await selectApiKeys(
    db,
    caller.project.id,
    { ...filter, now: clock.now() },
    { ...order, after: cursor, limit: limit + 1 },
  );
  const items = found.slice(0, limit);
  return { items, nextCursor: found.length > limit ? (items.at(-1)?.id ?? null) : null };
}
