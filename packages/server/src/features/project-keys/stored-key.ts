import type { ProjectKeyKind } from '../../http/identify-caller.ts';
import type { Secrets } from '../../platform/secrets.ts';
import type { StoredKey } from './project-keys.queries.ts';

/** What the database keeps of a project key. */
export function storedKey(secrets: Secrets, kind: ProjectKeyKind, value: string): StoredKey {
  return { kind, last_four: value.slice(-4), ...secrets.hash('project-key', value) };
}
