import { systemPermissions } from '@latchkey/contract';
import type { Db } from '../../database/database.ts';
import { insertInitialDefinitions } from './default-permissions.queries.ts';

/** Gives a new project the permissions of the system, and two roles made of them for the members of its teams. */
export async function createInitialPermissions(db: Db, projectId: string): Promise<void> {
  const isDefaultOfNobody = { isDefaultOfTeamCreator: false, isDefaultOfTeamMember: false };
  await insertInitialDefinitions(db, projectId, [
    ...Object.entries(systemPermissions).map(([id, description]) => ({
      id,
      description,
      contains: [],
      ...isDefaultOfNobody,
    })),
    {
      id: 'team_member',
      description: 'What members get when they join a team',
      contains: ['$read_members', '$invite_members'],
      isDefaultOfTeamCreator: false,
      isDefaultOfTeamMember: true,
    },
    {
      id: 'team_admin',
      description: 'What the creator of a team gets',
      contains: Object.keys(systemPermissions),
      isDefaultOfTeamCreator: true,
      isDefaultOfTeamMember: false,
    },
  ]);
}
