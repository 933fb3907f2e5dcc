import type { clientTeam, serverTeam } from '@latchkey/contract';
import type { z } from 'zod';
import { type Caller, isServer } from '../../http/caller.ts';
import type { TeamRecord } from './teams.queries.ts';

/** A team as the caller may see it. */
export function presentTeam(caller: Caller, team: TeamRecord): z.input<typeof clientTeam> | z.input<typeof serverTeam> {
  return isServer(caller) ? presentServerTeam(team) : presentClientTeam(team);
}

/** A team as its members see it. */
export function presentClientTeam(team: TeamRecord): z.input<typeof clientTeam> {
  return {
    id: team.id,
    display_name: team.display_name,
    profile_image_url: team.profile_image_url,
    client_metadata: team.client_metadata,
    client_read_only_metadata: team.client_read_only_metadata,
  };
}

/** A team as the application's server sees it. */
export function presentServerTeam(team: TeamRecord): z.input<typeof serverTeam> {
  return {
    ...presentClientTeam(team),
    created_at_millis: team.created_at.getTime(),
    server_metadata: team.server_metadata,
  };
}
