import type { ServerUser } from '@latchkey/react';

/** What a user is called: by name, by address, or by the beginning of their id. */
export function nameOfUser({ displayName, primaryEmail, id }: ServerUser): string {
  return displayName?.trim() || primaryEmail || `User ${id.slice(0, 8)}`;
}
