import type { ProjectKeyKind } from '../../http/identify-caller.ts';
import { type Random, randomSecret } from '../../platform/random.ts';

const prefixes = { publishable_client: 'pck_', secret_server: 'ssk_', super_secret_admin: 'sak_' } as const;

/** A new project key: its kind for people to see, and 45 random digits (wire.md section 4). */
export function composeProjectKey(random: Random, kind: ProjectKeyKind): string {
  return prefixes[kind] + randomSecret(random);
}
