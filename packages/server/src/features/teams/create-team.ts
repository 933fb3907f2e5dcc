import type { Db, JsonValue } from '../../database/database.ts';
import type { Deps } from '../../platform/deps.ts';
import { addTeamMember } from './add-team-member.ts';
import { insertTeam, type TeamRecord } from './teams.queries.ts';

export interface NewTeam {
  projectId: string;
  displayName: string;
  /** Becomes the first member; null for a team without members. */
  creatorUserId: string | null;
  profileImageUrl?: string | null | undefined;
  clientMetadata?: JsonValue | undefined;
  clientReadOnlyMetadata?: JsonValue | undefined;
  serverMetadata?: JsonValue | undefined;
}

/**
 * Creates a team, in a transaction.
 *
 * @throws KnownError USER_NOT_FOUND when there is no such creator
 */
export async function createTeam(deps: Deps, db: Db, wanted: NewTeam): Promise<TeamRecord> {
  const team: TeamRecord = {
    project_id: wanted.projectId,
    id: deps.random.uuid(),
    display_name: wanted.displayName,
    profile_image_url: wanted.profileImageUrl ?? null,
    client_metadata: wanted.clientMetadata ?? null,
    client_read_only_metadata: wanted.clientReadOnlyMetadata ?? null,
    server_metadata: wanted.serverMetadata ?? null,
    created_at: deps.clock.now(),
  };
  await insertTeam(db, team);
  if (wanted.creatorUserId !== null) {
    const { projectId, creatorUserId } = wanted;
    await addTeamMember(deps, db, { projectId, teamId: team.id, userId: creatorUserId, as: 'creator' });
  }
  return team;
}
