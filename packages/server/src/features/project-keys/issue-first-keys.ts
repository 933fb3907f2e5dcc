import type { Db } from '../../database/database.ts';
import type { Deps } from '../../platform/deps.ts';
import { composeProjectKey } from './compose-project-key.ts';
import { insertKeySet } from './project-keys.queries.ts';
import { storedKey } from './stored-key.ts';

/** What an application needs of a project's keys. */
export interface FirstKeys {
  publishable_client: string;
  secret_server: string;
}

/** Gives a new project the keys that an application starts with; they do not expire, and can be revoked. */
export async function issueFirstKeys(deps: Deps, db: Db, projectId: string): Promise<FirstKeys> {
  const keys: FirstKeys = {
    publishable_client: composeProjectKey(deps.random, 'publishable_client'),
    secret_server: composeProjectKey(deps.random, 'secret_server'),
  };
  const set = {
    project_id: projectId,
    id: deps.random.uuid(),
    description: 'Shown at the first start of the server',
    created_at: deps.clock.now(),
  };
  await insertKeySet(db, set, [
    storedKey(deps.secrets, 'publishable_client', keys.publishable_client),
    storedKey(deps.secrets, 'secret_server', keys.secret_server),
  ]);
  return keys;
}
