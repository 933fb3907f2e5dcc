import type { Endpoint } from './choose-endpoint.ts';

/**
 * The environment of PostgreSQL's programs: nothing of our own, as LATCHKEY_SECRET is none of their business, and PGDATA and
 * the like would change what they do.
 */
export const postgresEnvironment = { LC_ALL: 'C', TZ: 'UTC' };

/**
 * The command line of the server. Settings stand here, not in the cluster's postgresql.conf, so that an old cluster runs with
 * those of the Latchkey that starts it.
 */
export function postgresArguments(cluster: string, endpoint: Endpoint): string[] {
  const settings = { ...reach(endpoint), ...safety, ...size, ...log };
  return ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

function reach({ host, port }: Endpoint): Record<string, string | number> {
  if (process.platform === 'win32') return { listen_addresses: host, port };
  // A list: without the quotes, a comma in the path would end it.
  const directories = `"${host.replaceAll('"', '""')}"`;
  return { listen_addresses: '', unix_socket_directories: directories, unix_socket_permissions: '0700', port };
}

const safety = { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on', timezone: 'UTC' };

const size = {
  shared_buffers: '64MB',
  max_connections: 100,
  max_wal_size: '256MB',
  // Compiling a query and running it on several cores pay off for reports, not for lookups by index.
  jit: 'off',
  max_parallel_workers_per_gather: 0,
  // Three processes less; reads go to the system's cache.
  io_method: 'sync',
};

/** No errors of statements, which we get and log ourselves, and no details: both would quote what users entered. */
const log = {
  log_destination: 'stderr',
  logging_collector: 'off',
  log_statement: 'none',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
  log_timezone: 'UTC',
};
