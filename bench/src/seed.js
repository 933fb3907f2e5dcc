/*
 * Rows for a project as two years of a busy application leave them, made inside of PostgreSQL: owners from one key to
 * thousands, names of several words, most keys in use, few idle. The same numbers make the same rows.
 */

/**
 * @typedef {{ users: number, teams: number, keys: number }} Size
 * @typedef {{ query: (text: string, values?: unknown[]) => Promise<{ rows: Record<string, unknown>[] }> }} Connection
 */

const days = 730;

/** A UUID of version 4 made of a kind and the number n. */
const numberedId = (/** @type {string} */ kind, n = 'n') =>
  `overlay(overlay(md5('${kind}' || ${n}) placing '4' from 13) placing '8' from 17)::uuid`;

/** A number from 0 to 1 that depends on n and looks like chance. */
const chance = (/** @type {string} */ topic, n = 'n') => `(abs(hashtext('${topic}' || ${n}))::float8 / 2147483648)`;

/** A moment with the precision the server writes. */
const moment = (/** @type {string} */ expression) => `date_trunc('milliseconds', ${expression})`;

const oneOf = (/** @type {string[]} */ words, /** @type {string} */ topic) =>
  `(array[${words.map((word) => `'${word}'`).join(', ')}])[1 + floor(${words.length} * ${chance(topic)})::int]`;

const firstNames =
  'Ada Alan Anna Ben Carla Daniel Elena Erik Fatima Grace Hiro Ines Ivan Julia Kofi Lars Lena Linus Maria Mei Nadia Noah Olga Omar Paul Petra Priya Rosa Sam Sofia Tim Uma Vera Wei Yara Zoe';
const lastNames =
  'Alvarez Bauer Berg Carter Chen Costa Diaz Dubois Eriksen Fischer Garcia Haddad Hopper Ito Jansen Kaya Khan Kim Kowalski Lee Lovelace Martin Meyer Moreau Nguyen Novak Okafor Patel Rossi Sato Schmidt Silva Singh Tanaka Turing Weber Williams Yilmaz Zhang Ziegler';
const colours = 'Amber Blue Bright Coral Crimson Deep Golden Green Indigo Quiet Rapid Silver';
const things = 'Anchor Beacon Bridge Canyon Comet Forest Harbor Lantern Meadow Orbit Rocket Summit';

/**
 * Fills a project and lets PostgreSQL gather its statistics.
 *
 * @param {Connection} connection
 * @param {string} projectId
 * @param {Size} size
 * @param {(what: string) => void} report
 */
export async function seed(connection, projectId, size, report) {
  for (const [what, statement] of Object.entries(statements(size))) {
    report(what);
    await connection.query(statement.replaceAll(':project', `'${projectId.replaceAll("'", "''")}'`));
    // Foreign keys of the next rows are checked by plans that know these.
    await connection.query('analyze');
  }
}

function statements(/** @type {Size} */ size) {
  return { ...peopleStatements(size), ...keyStatements(size) };
}

function peopleStatements(/** @type {Size} */ { users, teams }) {
  const name = `${oneOf(firstNames.split(' '), 'first')} || case when ${chance('middle')} < 0.2 then ' ' || ${oneOf(firstNames.split(' '), 'second')} else '' end || ' ' || ${oneOf(lastNames.split(' '), 'last')}`;
  return {
    users: `
      insert into users (project_id, id, display_name, is_anonymous, restricted_by_admin, restricted_by_admin_reason, signed_up_at, last_active_at)
      select :project, ${numberedId('user')}, case when ${chance('anonymous')} < 0.05 then null else ${name} end,
        ${chance('anonymous')} < 0.05, ${chance('restricted')} < 0.001, case when ${chance('restricted')} < 0.001 then 'Abuse' end,
        ${moment(`now() - ${days} * (1 - n::float8 / ${users}) * interval '1 day'`)},
        ${moment(`now() - ${days} * (1 - n::float8 / ${users}) * power(${chance('active')}, 4) * interval '1 day'`)}
      from generate_series(1, ${users}) n`,
    'e-mail addresses': `
      insert into contact_channels (project_id, id, user_id, type, value, is_primary, is_verified, used_for_auth, created_at)
      select :project, ${numberedId('channel')}, ${numberedId('user')}, 'email',
        lower(replace(${name}, ' ', '.')) || n || '@example.com', true, ${chance('verified')} < 0.8, true, now()
      from generate_series(1, ${users}) n where ${chance('anonymous')} >= 0.05`,
    teams: `
      insert into teams (project_id, id, display_name, created_at)
      select :project, ${numberedId('team')}, ${oneOf(colours.split(' '), 'colour')} || ' ' || ${oneOf(things.split(' '), 'thing')} || ' ' || n,
        ${moment(`now() - ${days} * (1 - n::float8 / ${teams}) * interval '1 day'`)}
      from generate_series(1, ${teams}) n`,
    members: `
      insert into team_members (project_id, team_id, user_id, created_at)
      select :project, ${numberedId('team', 'team')}, ${numberedId('user', `(1 + (team * 7919 + m * 104729) % ${users})`)}, ${moment("now() - m * interval '1 hour'")}
      from generate_series(1, ${teams}) team, lateral generate_series(1, case when team = 1 then 5000 else 1 + floor(30 * power(${chance('size', 'team')}, 3))::int end) m
      on conflict do nothing`,
  };
}

function keyStatements(/** @type {Size} */ { users, teams, keys }) {
  return {
    keys: `
      insert into api_keys (project_id, id, user_id, team_id, description, is_public, hash, secret_generation, last_four, creator_user_id, created_at, expires_at, revoked_at, leak_reported_at)
      select :project, ${numberedId('key')}, case when not is_team then ${numberedId('user', `(1 + floor(${users} * power(${chance('owner')}, 3)))::bigint`)} end,
        case when is_team then ${numberedId('team', `(1 + floor(${teams} * power(${chance('owner')}, 2)))::bigint`)} end,
        description || ' ' || n, ${chance('public')} < 0.02, sha256(('bench ' || n)::bytea), (select min(generation) from secret_generations),
        right(md5('four' || n), 4), case when is_team then ${numberedId('user', `(1 + n % ${users})`)} end, created_at,
        case when fate < 0.10 then ${moment(`created_at + (now() - created_at) * (0.2 + 0.7 * ${chance('expiry')})`)}
          when fate < 0.55 then ${moment(`now() + 365 * ${chance('expiry')} * interval '1 day'`)} end,
        case when fate >= 0.95 then ${moment(`created_at + (now() - created_at) * ${chance('revocation')}`)} end,
        case when fate >= 0.9995 then ${moment(`created_at + (now() - created_at) * ${chance('revocation')}`)} end
      from (select n, ${chance('team')} < 0.1 as is_team, ${chance('fate')} as fate,
          ${moment(`now() - ${days} * power(1 - n::float8 / ${keys + 1}, 1.5) * interval '1 day'`)} as created_at,
          case when n = ${keys} / 3 then 'Zeppelin' when ${chance('half')} < 0.5 then 'Production' else ${oneOf(['Staging', 'CI', 'Laptop', 'Backup job', 'Import', 'Reports', 'Mobile app', 'Partner'], 'use')} end as description
        from generate_series(1, ${keys}) n) as made`,
    'last uses': `
      insert into api_key_uses (project_id, api_key_id, last_used_at, idle_since)
      select :project, id, used_at, coalesce(used_at, created_at) from (
        select id, created_at, case
          when ${chance('never used', 'id')} < 0.03 then null
          when least(revoked_at, expires_at) < now() then ${moment(`least(revoked_at, expires_at) - least(interval '1 hour', least(revoked_at, expires_at) - created_at)`)}
          when ${chance('idle', 'id')} < 0.01 then ${moment(`created_at + (now() - created_at) * 0.3`)}
          else ${moment(`greatest(created_at, now() - power(${chance('use', 'id')}, 6) * interval '30 days')`)} end as used_at
        from api_keys where project_id = :project) as used
      on conflict (project_id, api_key_id) do update set last_used_at = excluded.last_used_at, idle_since = excluded.idle_since`,
    'hours of checks': `
      insert into check_counts (project_id, hour, outcome, checks)
      select :project, date_trunc('hour', now()) - n * interval '1 hour', outcome,
        1 + floor(weight * (1 + sin(n * pi() / 12)) * (1 - n::float8 / ${days * 24}) * (0.7 + 0.6 * ${chance('checks')}))::bigint
      from generate_series(0, ${days * 24 - 1}) n,
        (values ('valid', 40000), ('not_found', 300), ('revoked', 120), ('expired', 400), ('owner_restricted', 5)) as of_outcome (outcome, weight)
      on conflict do nothing`,
    'hours of checks of the newest keys': `
      insert into api_key_check_counts (project_id, api_key_id, hour, outcome, checks)
      select :project, id, date_trunc('hour', now()) - n * interval '1 hour', 'valid', 1 + floor(50 * ${chance('checks', 'id::text || n')})::bigint
      from (select id from api_keys where project_id = :project order by created_at desc limit 200) newest, generate_series(0, 720) n
      on conflict do nothing`,
  };
}
