import { lastInstantMillis } from '@latchkey/contract';
import type { IssuedKeySet } from './create-project-keys.ts';
import type { KeySetRecord, KeySetRow } from './project-keys.queries.ts';

/** A set as it can be read at any time: of each key only the last four characters. */
export function presentProjectKeys(set: KeySetRecord, include?: ReadonlySet<'usage'>) {
  const keys = Object.fromEntries(set.keys.map((key) => [`${key.kind}_key`, presentKey(key, include)])) as {
    publishable_client_key?: ReturnType<typeof presentKey>;
    secret_server_key?: ReturnType<typeof presentKey>;
    super_secret_admin_key?: ReturnType<typeof presentKey>;
  };
  return { ...presentSet(set), ...keys };
}

/** The last use is nothing that upstream's clients know. */
function presentKey({ last_four, last_used_at }: KeySetRecord['keys'][number], include?: ReadonlySet<'usage'>) {
  if (!include?.has('usage')) return { last_four };
  return { last_four, last_used_at_millis: last_used_at === null ? null : Date.parse(last_used_at) };
}

/** A set as its creator sees it this once. */
export function presentIssuedProjectKeys({ set, values }: IssuedKeySet) {
  return {
    ...presentSet(set),
    ...(values.publishable_client !== undefined && { publishable_client_key: values.publishable_client }),
    ...(values.secret_server !== undefined && { secret_server_key: values.secret_server }),
    ...(values.super_secret_admin !== undefined && { super_secret_admin_key: values.super_secret_admin }),
  };
}

function presentSet(set: KeySetRow) {
  return {
    id: set.id,
    description: set.description,
    created_at_millis: set.created_at.getTime(),
    // Upstream's clients know no set without an end; that of the environment has none.
    expires_at_millis: set.expires_at?.getTime() ?? lastInstantMillis,
    ...(set.revoked_at !== null && { manually_revoked_at_millis: set.revoked_at.getTime() }),
  };
}
