import type { Db } from '../../database/database.ts';

/**
 * An invitation is a verification code of its own kind; the code itself is only in the mail. One by a link that its maker
 * hands over has no address. In `internal` its user is whoever made it.
 */
export const invitationKind = 'team_invitation';

export const invitationLifetimeSeconds = 7 * 24 * 60 * 60;

export interface TeamInvitation {
  id: string;
  teamId: string;
  teamDisplayName: string;
  recipientEmail: string;
  createdAt: Date;
  expiresAt: Date;
}

export interface InvitationListing {
  projectId: string;
  now: Date;
  /** The last invitation of the page before. */
  after: { at: Date; id: string } | undefined;
  limit: number | undefined;
}

/** The open invitations of a team, newest first. */
export function selectInvitationsOfTeam(
  db: Db,
  { teamId, ...listing }: InvitationListing & { teamId: string },
): Promise<TeamInvitation[]> {
  return openInvitations(db, listing).where('v.team_id', '=', teamId).execute();
}

/** The open invitations to the addresses that a user has verified, newest first. */
export function selectInvitationsToUser(
  db: Db,
  { userId, ...listing }: InvitationListing & { userId: string },
): Promise<TeamInvitation[]> {
  return openInvitations(db, listing)
    .where('v.email', 'in', verifiedEmails(db, { projectId: listing.projectId, userId }))
    .execute();
}

/** An invitation to one of the user's verified addresses, in whatever state; held until the end of the transaction. */
export async function selectInvitationToUserForUpdate(
  db: Db,
  { projectId, invitationId, userId }: { projectId: string; invitationId: string; userId: string },
): Promise<
  { teamId: string; inviterId: string | null; email: string; expiresAt: Date; usedAt: Date | null } | undefined
> {
  return db
    .selectFrom('verification_codes as v')
    .innerJoin('teams as t', (join) => join.onRef('t.project_id', '=', 'v.project_id').onRef('t.id', '=', 'v.team_id'))
    .select(['t.id as teamId', 'v.user_id as inviterId', 'v.email', 'v.expires_at as expiresAt', 'v.used_at as usedAt'])
    .where('v.project_id', '=', projectId)
    .where('v.kind', '=', invitationKind)
    .where('v.id', '=', invitationId)
    .where('v.email', 'in', verifiedEmails(db, { projectId, userId }))
    .forUpdate('v')
    .executeTakeFirst();
}

export async function markInvitationUsed(
  db: Db,
  { projectId, invitationId, usedAt }: { projectId: string; invitationId: string; usedAt: Date },
): Promise<void> {
  await db
    .updateTable('verification_codes')
    .set({ used_at: usedAt })
    .where('project_id', '=', projectId)
    .where('id', '=', invitationId)
    .execute();
}

/** Answers whether there was such an open invitation. */
export async function deleteInvitation(
  db: Db,
  { projectId, teamId, invitationId }: { projectId: string; teamId: string; invitationId: string },
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('verification_codes')
    .where('project_id', '=', projectId)
    .where('kind', '=', invitationKind)
    .where('id', '=', invitationId)
    .where('team_id', '=', teamId)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Makes invitations to a team come one after the other, until the end of the transaction. */
export async function lockInvitationsOfTeam(
  db: Db,
  { projectId, teamId }: { projectId: string; teamId: string },
): Promise<void> {
  await db
    .selectFrom('teams')
    .select('id')
    .where('project_id', '=', projectId)
    .where('id', '=', teamId)
    .forNoKeyUpdate()
    .execute();
}

/** So that an address has one invitation to a team at most, and revoking it leaves no older link that works. */
export async function deleteOpenInvitations(
  db: Db,
  { projectId, teamId, email }: { projectId: string; teamId: string; email: string },
): Promise<void> {
  await db
    .deleteFrom('verification_codes')
    .where('project_id', '=', projectId)
    .where('kind', '=', invitationKind)
    .where('email', '=', email)
    .where('team_id', '=', teamId)
    .where('used_at', 'is', null)
    .execute();
}

/** Whether a user is a member whom no administrator restricts; a restriction waits until the end of the transaction. */
export async function lockUnrestrictedMember(
  db: Db,
  { projectId, teamId, userId }: { projectId: string; teamId: string; userId: string },
): Promise<boolean> {
  const user = await db
    .selectFrom('users as u')
    .innerJoin('team_members as m', (join) =>
      join.onRef('m.project_id', '=', 'u.project_id').onRef('m.user_id', '=', 'u.id'),
    )
    .select('u.id')
    .where('u.project_id', '=', projectId)
    .where('u.id', '=', userId)
    .where('u.restricted_by_admin', '=', false)
    .where('m.team_id', '=', teamId)
    .forShare('u')
    .executeTakeFirst();
  return user !== undefined;
}

export async function hasVerifiedEmail(
  db: Db,
  { email, ...user }: { projectId: string; userId: string; email: string },
): Promise<boolean> {
  const channel = await verifiedEmails(db, user).where('value', '=', email).executeTakeFirst();
  return channel !== undefined;
}

function openInvitations(db: Db, { projectId, now, after, limit }: InvitationListing) {
  let invitations = db
    .selectFrom('verification_codes as v')
    .innerJoin('teams as t', (join) => join.onRef('t.project_id', '=', 'v.project_id').onRef('t.id', '=', 'v.team_id'))
    .select([
      'v.id',
      't.id as teamId',
      't.display_name as teamDisplayName',
      'v.email as recipientEmail',
      'v.created_at as createdAt',
      'v.expires_at as expiresAt',
    ])
    .where('v.project_id', '=', projectId)
    .where('v.kind', '=', invitationKind)
    .where('v.used_at', 'is', null)
    .where('v.expires_at', '>', now)
    .orderBy('v.created_at', 'desc')
    .orderBy('v.id', 'desc');
  if (after !== undefined) {
    invitations = invitations.where((where) =>
      where(where.refTuple('v.created_at', 'v.id'), '<', where.tuple(after.at, after.id)),
    );
  }
  return limit === undefined ? invitations : invitations.limit(limit);
}

function verifiedEmails(db: Db, { projectId, userId }: { projectId: string; userId: string }) {
  return db
    .selectFrom('contact_channels')
    .select('value')
    .where('project_id', '=', projectId)
    .where('user_id', '=', userId)
    .where('type', '=', 'email')
    .where('is_verified', '=', true);
}
