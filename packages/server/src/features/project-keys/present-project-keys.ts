import { lastInstantMillis } from '@latchkey/contract';
import type { IssuedKeySet } from './create-project-keys.ts';
import type { KeySetRecord } from './project-keys.queries.ts';

/** A set as it can be read at any time: of each key only the last four characters. */
export function presentProjectKeys(set: KeySetRecord) {
  const lastFour = Object.fromEntries(set.keys.map(({ kind, last_four }) => [`${kind}_key`, { last_four }])) as {
    publishable_client_key?: { last_four: string };
    secret_server_key?: { last_four: string };
    super_secret_admin_key?: { last_four: string };
  };
  return { ...presentSet(set), ...lastFour };
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

function presentSet(set: KeySetRecord) {
  return {
    id: set.id,
    description: set.description,
    created_at_millis: set.created_at.getTime(),
    // Upstream's clients know no set without an end; that of the environment has none.
    expires_at_millis: set.expires_at?.getTime() ?? lastInstantMillis,
    ...(set.revoked_at !== null && { manually_revoked_at_millis: set.revoked_at.getTime() }),
  };
}
