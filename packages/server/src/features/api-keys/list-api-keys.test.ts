import { startTestServer, type TestProject, type TestServer } from '@latchkey/test-kit';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/*
 * 34,000 keys, more than a page looks at on its walk, with filters that leave few, many and nearly all of them, many of one
 * moment, and half of them where a walk comes last. The same rows stand in another project.
 */
interface Row {
  id: string;
  user_id: string | null;
  team_id: string | null;
  description: string;
  last_four: string;
  created_at: Date;
  expires_at: Date | null;
  revoked_at: Date | null;
  leak_reported_at: Date | null;
  idle_since: Date;
  restricted: boolean;
}

let server: TestServer;
let project: TestProject;
let rows: Row[];

const hour = 3_600_000;
const owners = 40;
const ownerId = (kind: 8 | 9, n: number) => `00000000-0000-4000-${kind}000-${String(n).padStart(12, '0')}`;

beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject();
  await fill(project.id);
  await fill((await server.createProject()).id);
  const { rows: found } = await server.deps.pool.query<Row>(
    `select k.*, u.idle_since, coalesce(o.restricted_by_admin, false) as restricted from api_keys k
     join api_key_uses u on u.project_id = k.project_id and u.api_key_id = k.id
     left join users o on o.project_id = k.project_id and o.id = k.user_id where k.project_id = $1`,
    [project.id],
  );
  rows = found;
}, 120_000);
afterAll(() => server.close());

async function fill(projectId: string): Promise<void> {
  const insert = (statement: string) => server.deps.pool.query(statement, [projectId, server.clock.now()]);
  await insert(
    `insert into users (project_id, id, restricted_by_admin, signed_up_at, last_active_at)
     select $1, ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, n > 37, $2::timestamptz, $2::timestamptz
     from generate_series(1, ${owners}) n`,
  );
  await insert(
    `insert into teams (project_id, id, display_name, created_at)
     select $1, ('00000000-0000-4000-9000-' || lpad(n::text, 12, '0'))::uuid, 'Team', $2::timestamptz from generate_series(1, ${owners}) n`,
  );
  await insert(
    `insert into api_keys (project_id, id, user_id, team_id, description, is_public, hash, secret_generation, last_four, created_at, expires_at, revoked_at, leak_reported_at)
     select $1, gen_random_uuid(),
       case when n % 10 > 0 then ('00000000-0000-4000-8000-' || lpad((1 + n * n % ${owners})::text, 12, '0'))::uuid end,
       case when n % 10 = 0 then ('00000000-0000-4000-9000-' || lpad((1 + n / 10 % ${owners})::text, 12, '0'))::uuid end,
       case when n = 33000 then '100%_sure' when n > 21000 then 'Import ' || n else 'Production ' || n end, false,
       sha256(($1 || n)::bytea), 1, substr(md5(n::text), 1, 4), $2::timestamptz - (n / 7) * interval '1 minute',
       case when n % 3 > 0 then $2::timestamptz + (n % 997 - 300) * interval '1 hour' end,
       case when n % 19 = 0 then $2::timestamptz end, case when n % 1900 = 0 then $2::timestamptz end
     from generate_series(1, 34000) n`,
  );
  await insert(
    `insert into api_key_uses (project_id, api_key_id, last_used_at, idle_since)
     select $1, id, case when n % 5 > 0 then created_at + n % 400 * interval '1 minute' end,
       case when n % 5 > 0 then created_at + n % 400 * interval '1 minute' else created_at end
     from (select id, created_at, substr(description, 8, 12)::text, row_number() over (order by id) as n from api_keys where project_id = $1 and $2::timestamptz is not null) numbered`,
  );
}

interface Wish {
  kind?: 'user' | 'team';
  owner_id?: string;
  status?: 'valid' | 'revoked' | 'expired';
  query?: string;
  expires_before?: number;
  unused_since?: number;
  only?: 'never_expiring' | 'owner_restricted' | 'reported_as_leaked';
  order_by?: 'created_at' | 'expires_at' | 'last_used_at';
  desc?: boolean;
}

/** What the list should be, the plain way. */
function expected(wish: Wish): Row[] {
  const now = server.clock.now().getTime();
  const at = (row: Row): number => {
    if (wish.order_by === 'expires_at') return row.expires_at?.getTime() ?? Infinity;
    return (wish.order_by === 'last_used_at' ? row.idle_since : row.created_at).getTime();
  };
  const sign = (wish.desc ?? (wish.order_by ?? 'created_at') === 'created_at') ? -1 : 1;
  const compare = <T>(one: T, other: T): number => (one < other ? -1 : one > other ? 1 : 0);
  return rows
    .filter((row) => fits(row, wish, now))
    .sort((one, other) => sign * (compare(at(one), at(other)) || compare(one.id, other.id)));
}

function fits(row: Row, wish: Wish, now: number): boolean {
  const expiry = row.expires_at?.getTime() ?? Infinity;
  const status = row.revoked_at !== null ? 'revoked' : expiry <= now ? 'expired' : 'valid';
  const query = wish.query?.toLowerCase() ?? '';
  return (
    (wish.kind === undefined || (wish.kind === 'user') === (row.user_id !== null)) &&
    (wish.owner_id === undefined || wish.owner_id === (row.user_id ?? row.team_id)) &&
    (wish.status === undefined || wish.status === status) &&
    (row.description.toLowerCase().startsWith(query) || row.last_four === query) &&
    (wish.expires_before === undefined || expiry < wish.expires_before) &&
    (wish.unused_since === undefined || row.idle_since.getTime() < wish.unused_since) &&
    (wish.only !== 'never_expiring' || row.expires_at === null) &&
    (wish.only !== 'reported_as_leaked' || row.leak_reported_at !== null) &&
    (wish.only !== 'owner_restricted' || row.restricted)
  );
}

async function list(wish: Wish & { limit: number; cursor?: string | undefined }) {
  const given = Object.entries(wish).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(Object.fromEntries(given.map(([name, value]) => [name, String(value)]))).toString();
  const { status, body } = await server.call(project.server, 'GET', `/latchkey/api-keys?${query}`);
  expect(status).toBe(200);
  const ids = body.items.map(({ id }: { id: string }) => id) as string[];
  return { ids, next: body.pagination.next_cursor as string | null };
}

/** Reads on until there are so many, or no more. */
async function read(
  wish: Wish,
  limit: number,
  pages: number,
  cursor?: string,
): Promise<{ ids: string[]; isAll: boolean }> {
  const ids: string[] = [];
  let next = cursor;
  for (let page = 0; page < pages; page += 1) {
    const answer = await list({ ...wish, limit, cursor: next });
    expect(answer.next).not.toBe(next ?? '');
    ids.push(...answer.ids);
    if (answer.next === null) return { ids, isAll: true };
    next = answer.next;
  }
  return { ids, isAll: false };
}

const wishes = (): fc.Arbitrary<Wish> => {
  const now = server.clock.now().getTime();
  const sometimes = { requiredKeys: ['order_by', 'desc'] } as const satisfies { requiredKeys: (keyof Wish)[] };
  const rarely = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined, freq: 1 });
  const fields = {
    kind: rarely(fc.constantFrom('user', 'team')),
    owner_id: rarely(fc.constantFrom(ownerId(8, 1), ownerId(8, 2), ownerId(8, 39), ownerId(9, 3), ownerId(9, 77))),
    status: rarely(fc.constantFrom('valid', 'revoked', 'expired')),
    query: rarely(fc.constantFrom('', 'PROD', 'import', 'import 3', '100%', '100%_', '_', '\\', md5Start, 'nothing')),
    expires_before: rarely(fc.constantFrom(now - 200 * hour, now, now + 50 * hour, 0)),
    unused_since: rarely(fc.constantFrom(now - 70 * hour, now - 20 * hour, now + 90 * hour, 0)),
    only: rarely(fc.constantFrom('never_expiring', 'owner_restricted', 'reported_as_leaked')),
    order_by: fc.constantFrom('created_at', 'expires_at', 'last_used_at'),
    desc: fc.boolean(),
  } as const;
  return fc.record(fields, sometimes) as fc.Arbitrary<Wish>;
};

/** The last four of the first key. */
const md5Start = 'c4ca';

describe('GET /latchkey/api-keys', () => {
  it('lists what the plain way of filtering and sorting lists, whatever is asked for', async () => {
    await fc.assert(
      fc.asyncProperty(wishes(), fc.constantFrom(1, 50, 200), async (wish, limit) => {
        const { ids, isAll } = await read(wish, limit, 4);
        const whole = expected(wish).map(({ id }) => id);
        expect(ids).toEqual(isAll ? whole : whole.slice(0, ids.length));
      }),
      { numRuns: 60 },
    );
  }, 300_000);

  it('goes on from any key in the order, with the next one', async () => {
    await fc.assert(
      fc.asyncProperty(wishes(), fc.double({ min: 0, max: 1, noNaN: true }), async (wish, part) => {
        const whole = expected(wish);
        const from = Math.floor(part * (whole.length - 1));
        const row = whole[from];
        if (row === undefined) return;
        const by = wish.order_by ?? 'created_at';
        const at = { created_at: row.created_at, expires_at: row.expires_at, last_used_at: row.idle_since }[by];
        const cursor = [by, wish.desc === true ? 'desc' : 'asc', at?.getTime() ?? 'infinity', row.id].join(',');
        const { ids } = await read(wish, 20, 3, cursor);
        expect(ids).toEqual(whole.slice(from + 1, from + 1 + ids.length).map(({ id }) => id));
      }),
      { numRuns: 40 },
    );
  }, 300_000);

  it('looks at a bounded number of keys for a page, and so may answer an empty one that has a next', async () => {
    const wish = { query: 'import' };
    const first = await list({ ...wish, limit: 50 });
    expect(first.ids).toEqual([]);
    expect(first.next).not.toBeNull();
    const { ids } = await read(wish, 50, 3);
    expect(ids).toEqual(
      expected(wish)
        .slice(0, 50)
        .map(({ id }) => id),
    );
  });

  it.each(['order_by=expires_at', 'desc=false', 'order_by=last_used_at&desc=true'])(
    'refuses a cursor of another order (%s)',
    async (order) => {
      const { next } = await list({ limit: 1 });
      const path = `/latchkey/api-keys?${order}&cursor=${encodeURIComponent(next ?? '')}`;
      const answer = await server.call(project.server, 'GET', path);
      expect([answer.status, answer.code]).toEqual([400, null]);
    },
  );
});
