import type { IncomingHttpHeaders } from 'node:http';
import type { Access, RestrictedReason } from '@latchkey/contract';
import type { UsageRecorder } from '../platform/usage-recorder.ts';
import type { Caller, Project, Session } from './caller.ts';
import { KnownError } from './errors.ts';
import { readHeader, type RequestHeader } from './header-names.ts';

/** What an access token turned out to be, before anything is decided about it. */
export type AccessTokenReading =
  | { outcome: 'unparsable' }
  | { outcome: 'expired'; projectId: string; userId: string; sessionId: string; expiredAtMillis: number }
  | { outcome: 'live'; projectId: string; session: Session }
  /** The session's user is gone; wire.md section 2, rule 8. */
  | { outcome: 'no_user'; projectId: string };

export type ProjectKeyKind = 'publishable_client' | 'secret_server' | 'super_secret_admin';

/** A project key as presented: its kind by the header it came in. */
export interface PresentedProjectKey {
  kind: ProjectKeyKind;
  value: string;
}

/** The lookups that identifying a caller needs; the features provide them. */
export interface CallerSource {
  /** The project, and the key given when it is a live one of it. */
  findProject(id: string, key: PresentedProjectKey | null): Promise<FoundProject | null>;
  readAccessToken(token: string): Promise<AccessTokenReading>;
  isMemberOfInternalTeam(userId: string, teamId: string): Promise<boolean>;
  /** Told of every request of an application: one that needs no administrator's session. */
  recordRequest: UsageRecorder['recordRequest'];
}

/** What the lookup of a request's project comes to. */
export interface FoundProject {
  project: Project;
  /** The key given, its hash in hexadecimal; null for one that is not live, or none. */
  liveKey: { kind: string; hash: string } | null;
}

type Level = Exclude<Access, 'none'>;

const levels: readonly Level[] = ['client', 'server', 'admin'];

const keyOf = {
  client: { header: 'publishable-client-key', kind: 'publishable_client' },
  server: { header: 'secret-server-key', kind: 'secret_server' },
  admin: { header: 'super-secret-admin-key', kind: 'super_secret_admin' },
} as const satisfies Record<Level, { header: RequestHeader; kind: ProjectKeyKind }>;

/** The publishable key of applications that have none; counts as absent. */
export const noPublishableClientKey = '__stack_public_client__';

/**
 * Who is calling, by the request's headers, in the order of checks of wire.md section 2 (the numbers below are its
 * rules). Reads happen together first; then each rule is one step, so that the first one broken is the answer.
 */
export async function identifyCaller(
  source: CallerSource,
  headers: IncomingHttpHeaders,
  required: Level,
): Promise<Caller> {
  const access = readAccessType(headers); // 1, 2
  const projectId = readHeader(headers, 'project-id');
  if (projectId === undefined) throw new KnownError('ACCESS_TYPE_WITHOUT_PROJECT_ID', { request_type: access });

  const token = readHeader(headers, 'access-token');
  const adminToken = readHeader(headers, 'admin-access-token');
  const key = adminToken === undefined ? presentedKey(headers, access) : null;
  const [found, reading, adminReading] = await Promise.all([
    source.findProject(projectId, key),
    token === undefined ? null : source.readAccessToken(token),
    adminToken === undefined ? null : source.readAccessToken(adminToken),
  ]);

  const session = reading === null ? null : admitSession(reading, projectId, headers); // 3, 8
  if (found === null) throw new KnownError('CURRENT_PROJECT_NOT_FOUND', { project_id: projectId }); // 4
  if (adminReading === null) {
    admitKey(access, key, found); // 6
    source.recordRequest(projectId, found.liveKey);
  } else {
    await admitAdministrator(source, adminReading, found.project); // 5
  }
  const branchId = readHeader(headers, 'branch-id');
  if (branchId !== undefined && branchId !== 'main')
    throw new KnownError('BRANCH_DOES_NOT_EXIST', { branch_id: branchId }); // 7
  admitLevel(access, required); // 9
  return { access, project: found.project, session };
}

function readAccessType(headers: IncomingHttpHeaders): Level {
  const access = readHeader(headers, 'access-type');
  if (access === undefined) {
    const hasKey = [...Object.values(keyOf).map(({ header }) => header), 'admin-access-token' as const].some(
      (name) => readHeader(headers, name) !== undefined,
    );
    throw new KnownError(hasKey ? 'PROJECT_KEY_WITHOUT_ACCESS_TYPE' : 'ACCESS_TYPE_REQUIRED');
  }
  const level = levels.find((known) => known === access);
  if (level === undefined) throw new KnownError('INVALID_ACCESS_TYPE', { accessType: access });
  return level;
}

function presentedKey(headers: IncomingHttpHeaders, access: Level): PresentedProjectKey | null {
  const value = readHeader(headers, keyOf[access].header);
  if (value === undefined || (access === 'client' && value === noPublishableClientKey)) return null;
  return { kind: keyOf[access].kind, value };
}

function admitSession(reading: AccessTokenReading, projectId: string, headers: IncomingHttpHeaders): Session | null {
  if (reading.outcome === 'unparsable') throw new KnownError('UNPARSABLE_ACCESS_TOKEN');
  if (reading.outcome === 'expired') {
    throw new KnownError('ACCESS_TOKEN_EXPIRED', {
      expired_at_millis: reading.expiredAtMillis,
      project_id: reading.projectId,
      user_id: reading.userId,
      refresh_token_id: reading.sessionId,
    });
  }
  if (reading.projectId !== projectId) {
    throw new KnownError('INVALID_PROJECT_FOR_ACCESS_TOKEN', {
      expected_project_id: projectId,
      actual_project_id: reading.projectId,
    });
  }
  if (reading.outcome === 'no_user') return null;
  if (reading.session.restrictedReason !== null) admitRestricted(reading.session.restrictedReason, headers);
  return reading.session;
}

function admitRestricted(reason: RestrictedReason, headers: IncomingHttpHeaders): void {
  const allowsAnonymous = readHeader(headers, 'allow-anonymous-user') === 'true';
  const allowsRestricted = allowsAnonymous || readHeader(headers, 'allow-restricted-user') === 'true';
  if (reason.type === 'anonymous') {
    if (!allowsAnonymous) throw new KnownError('ANONYMOUS_AUTHENTICATION_NOT_ALLOWED');
  } else if (!allowsRestricted) {
    throw new KnownError('RESTRICTED_USER_NOT_ALLOWED', { restricted_reason: reason });
  }
}

async function admitAdministrator(source: CallerSource, reading: AccessTokenReading, project: Project): Promise<void> {
  if (reading.outcome === 'unparsable' || reading.projectId !== 'internal') {
    throw new KnownError('UNPARSABLE_ADMIN_ACCESS_TOKEN');
  }
  if (reading.outcome === 'expired') {
    throw new KnownError('ADMIN_ACCESS_TOKEN_EXPIRED', { expired_at_millis: reading.expiredAtMillis });
  }
  const isAdministrator =
    reading.outcome === 'live' &&
    reading.session.restrictedReason === null &&
    project.ownerTeamId !== null &&
    (await source.isMemberOfInternalTeam(reading.session.userId, project.ownerTeamId));
  if (!isAdministrator) throw new KnownError('ADMIN_ACCESS_TOKEN_IS_NOT_ADMIN');
}

function admitKey(access: Level, key: PresentedProjectKey | null, found: FoundProject): void {
  if (found.liveKey !== null) return;
  const project_id = found.project.id;
  switch (access) {
    case 'client':
      if (key !== null) throw new KnownError('INVALID_PUBLISHABLE_CLIENT_KEY', { project_id });
      if (!found.project.settings.require_publishable_client_key) return;
      throw new KnownError('PUBLISHABLE_CLIENT_KEY_REQUIRED_FOR_PROJECT', { project_id });
    case 'server':
      if (key === null) throw new KnownError('SERVER_AUTHENTICATION_REQUIRED');
      throw new KnownError('INVALID_SECRET_SERVER_KEY', { project_id });
    case 'admin':
      if (key === null) throw new KnownError('ADMIN_AUTHENTICATION_REQUIRED');
      throw new KnownError('INVALID_SUPER_SECRET_ADMIN_KEY', { project_id });
  }
}

function admitLevel(access: Level, required: Level): void {
  const allowed = levels.slice(levels.indexOf(required));
  if (!allowed.includes(access)) {
    throw new KnownError('INSUFFICIENT_ACCESS_TYPE', { actual_access_type: access, allowed_access_types: allowed });
  }
}
