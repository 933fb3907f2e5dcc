import type { routes } from '@latchkey/contract';
import type { z } from 'zod';
import { inTransaction } from '../../database/transaction.ts';
import { type Caller, isServer } from '../../http/caller.ts';
import { PlainError } from '../../http/errors.ts';
import { requireSession, resolveOwnUserId, resolveUserId } from '../../http/require-user.ts';
import type { Deps } from '../../platform/deps.ts';
import { createTeam } from './create-team.ts';
import type { TeamRecord } from './teams.queries.ts';

type TeamCreation = z.output<(typeof routes)['createTeam']['body']>;

/** Creates a team: a client's user for itself, where the project allows that; a server for whom it names, or for nobody. */
export function createTeamForCaller(deps: Deps, caller: Caller, wanted: TeamCreation): Promise<TeamRecord> {
  const creatorUserId = creatorOf(caller, wanted.creator_user_id);
  return inTransaction(deps.db, (db) =>
    createTeam(deps, db, {
      projectId: caller.project.id,
      displayName: wanted.display_name,
      creatorUserId,
      profileImageUrl: wanted.profile_image_url,
      clientMetadata: wanted.client_metadata,
      clientReadOnlyMetadata: wanted.client_read_only_metadata,
      serverMetadata: wanted.server_metadata,
    }),
  );
}

function creatorOf(caller: Caller, named: string | undefined): string | null {
  if (isServer(caller)) return named === undefined ? null : resolveUserId(caller, named);
  requireSession(caller);
  if (!caller.project.settings.client_team_creation_enabled) {
    throw new PlainError(
      403,
      'Users cannot create teams in this project. Switch it on in its settings, or call from your server.',
    );
  }
  return resolveOwnUserId(caller, named ?? 'me');
}
