import type { Access, ProjectSettings, RestrictedReason } from '@latchkey/contract';

/** The project a request is about. */
export interface Project {
  id: string;
  displayName: string;
  /** Null for `internal`, which nobody owns. */
  ownerTeamId: string | null;
  settings: ProjectSettings;
}

/** The signed-in user of a request, as far as every endpoint needs to know. */
export interface Session {
  id: string;
  userId: string;
  restrictedReason: RestrictedReason | null;
}

/** Who is calling: an access level to one project, and perhaps one of its users. */
export interface Caller {
  access: Exclude<Access, 'none'>;
  project: Project;
  session: Session | null;
}

/** Whether the caller is the application's own server (or its administrator), which may act for every user. */
export function isServer(caller: Caller): boolean {
  return caller.access !== 'client';
}
