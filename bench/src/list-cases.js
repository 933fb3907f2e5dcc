const day = 86_400_000;

/**
 * Each list with each filter in each order.
 *
 * @param {import('./seed.js').Connection} connection
 * @param {string} projectId
 * @returns {Promise<{ name: string, path: string }[]>}
 */
export async function listCases(connection, projectId) {
  const owner = await largest(connection, projectId, 'api_keys', 'user_id');
  const team = await largest(connection, projectId, 'team_members', 'team_id');
  const cases = [...keyCases(owner), ...userCases(team), ...teamCases(team)];
  return cases.map((path) => ({ name: path, path }));
}

/**
 * @param {import('./seed.js').Connection} connection
 * @param {string[]} names
 */
async function largest(connection, ...[projectId = '', table = '', column = '']) {
  const { rows } = await connection.query(
    `select ${column} as id from ${table} where project_id = $1 and ${column} is not null group by 1 order by count(*) desc limit 1`,
    [projectId],
  );
  return String(rows[0]?.id);
}

function keyCases(/** @type {string} */ owner) {
  const now = Date.now();
  const filters = [
    ...['', 'kind=team', 'kind=user', 'status=valid', 'status=revoked', 'status=expired'],
    ...['only=never_expiring', 'only=owner_restricted', 'only=reported_as_leaked', `expires_before=${now + 7 * day}`],
    ...[`unused_since=${now - 90 * day}`, `unused_since=${now + day}`, 'unused_since=0', `owner_id=${owner}`],
    ...['query=zeppelin', 'query=prod', 'query=import', 'query=none', 'query=prod&status=revoked'],
  ];
  const orders = ['created_at', 'expires_at', 'last_used_at'].flatMap((by) => [
    `order_by=${by}&desc=false`,
    `order_by=${by}&desc=true`,
  ]);
  const lists = filters.flatMap((filter) => orders.map((order) => `/latchkey/api-keys?limit=50&${order}&${filter}`));
  return [...lists, `/user-api-keys?limit=50&user_id=${owner}`];
}

function userCases(/** @type {string} */ team) {
  const filters = [
    ...['', 'query=a', 'query=ada', 'query=lovelace', 'query=none', 'query=ada.lovelace', `team_id=${team}`],
    ...['status=restricted', 'status=email_not_verified', 'status=anonymous', 'query=kim&status=email_not_verified'],
  ];
  return filters.flatMap((filter) =>
    ['signed_up_at&desc=false', 'signed_up_at&desc=true', 'last_active_at&desc=true'].map(
      (order) => `/users?limit=50&include=counts&order_by=${order}&${filter}`,
    ),
  );
}

function teamCases(/** @type {string} */ team) {
  const filters = ['', 'query=rocket', 'query=77', 'query=none', 'desc=true'];
  return [
    ...filters.map((filter) => `/teams?limit=50&include=counts&${filter}`),
    `/team-member-profiles?limit=50&team_id=${team}`,
  ];
}
