import type { Route } from '@latchkey/contract';
import fc from 'fast-check';
import type { SceneName } from './create-scene.ts';
import { refer } from './scene-reference.ts';

/** A header without its prefix, which has two spellings. */
export type CallerHeader = readonly [name: string, value: string];

type TenantPart = 'mine' | 'other';

const level = (access: string, project: string): CallerHeader[] => [
  ['access-type', access],
  ['project-id', project],
];
const header = (name: string, value: SceneName): CallerHeader => [name, refer(value)];

function callersOf(tenant: TenantPart) {
  const project = refer(`${tenant}.project`);
  const client = [...level('client', project), header('publishable-client-key', `${tenant}.client_key`)];
  const server = [...level('server', project), header('secret-server-key', `${tenant}.server_key`)];
  const admin = [...level('admin', project), header('super-secret-admin-key', `${tenant}.admin_key`)];
  const alice = header('access-token', `${tenant}.alice_token`);
  const aliceRefreshes = header('refresh-token', `${tenant}.alice_refresh_token`);
  return {
    client,
    server,
    admin,
    alice: [...client, alice, aliceRefreshes],
    bob: [...client, header('access-token', `${tenant}.bob_token`)],
    serverForAlice: [...server, alice],
    administrator: [...level('admin', project), header('admin-access-token', 'operator.token')],
    strangerInServer: [...server, header('access-token', tenant === 'mine' ? 'other.bob_token' : 'mine.bob_token')],
    ended: [...client, header('access-token', `${tenant}.ended_token`)],
  };
}

function callersOfInternal() {
  const client = [...level('client', 'internal'), header('publishable-client-key', 'operator.client_key')];
  const refreshes = header('refresh-token', 'operator.refresh_token');
  return {
    client,
    operator: [...client, header('access-token', 'operator.token'), refreshes],
    server: [...level('server', 'internal'), header('secret-server-key', 'operator.server_key')],
    admin: [...level('admin', 'internal'), header('super-secret-admin-key', 'operator.admin_key')],
  };
}

const mine = callersOf('mine');
const other = callersOf('other');
const internal = callersOfInternal();

/** They end the project or its keys, and with them what all other requests stand on: let it be the other project. */
const ruinousRoutes = ['DELETE /internal/projects/current', 'PATCH /internal/api-keys/:key_set_id'];

/** Whom a route is made for, so that what is wrong with a request is mostly something else. */
function welcomeCallers({ access, method, path }: Route): CallerHeader[][] {
  if (ruinousRoutes.includes(`${method} ${path}`)) return [other.admin, other.administrator];
  if (access === 'admin') return [mine.admin, mine.administrator];
  if (access === 'server') return [mine.server, mine.serverForAlice];
  if (/^\/internal\/projects/.test(path)) return [internal.operator];
  return [mine.alice, mine.alice, mine.bob, mine.serverForAlice];
}

/** Callers of every kind: nobody, each access level, signed-in users, administrators, those of another project. */
export function callerHeaders(route: Route): fc.Arbitrary<CallerHeader[]> {
  return fc.oneof(
    { weight: 14, arbitrary: fc.constantFrom(...welcomeCallers(route)) },
    { weight: 3, arbitrary: fc.constantFrom(...Object.values(mine)) },
    { weight: 2, arbitrary: fc.constantFrom(...Object.values(internal)) },
    { weight: 2, arbitrary: fc.constantFrom(...Object.values(other)) },
    { weight: 1, arbitrary: fc.constant<CallerHeader[]>([]) },
  );
}
