import type { AdminOwnedProject } from '@latchkey/react';

/** The keys of an application, whole. */
export interface ConnectionKeys {
  publishableClientKey: string;
  secretServerKey: string;
}

/** Nowhere but in this page's memory, and gone with it: what a browser stores, it keeps. */
const known = new Map<string, ConnectionKeys>();

/** The keys that were made since this page was loaded; undefined: nobody can show them any more. */
export function connectionKeysOf(projectId: string): ConnectionKeys | undefined {
  return known.get(projectId);
}

/** Makes a set of keys for an application. They are valid for ten years, and revoked in the project's settings. */
export async function makeConnectionKeys(project: AdminOwnedProject): Promise<ConnectionKeys> {
  const expiresAt = new Date();
  expiresAt.setFullYear(expiresAt.getFullYear() + 10);
  const { publishableClientKey, secretServerKey } = await project.app.createInternalApiKey({
    description: 'Application',
    expiresAt,
    hasPublishableClientKey: true,
    hasSecretServerKey: true,
    hasSuperSecretAdminKey: false,
  });
  if (publishableClientKey === undefined || secretServerKey === undefined) {
    throw new Error('The server made a set without the keys that were asked for.');
  }
  const keys = { publishableClientKey, secretServerKey };
  known.set(project.id, keys);
  return keys;
}
