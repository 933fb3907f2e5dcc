import type { ServerTeam, ServerUser } from '@latchkey/react';
import { countOf } from '../figures/count-of.ts';

/** What hangs on a user. */
export interface Stakes {
  /** Keys that work now, or would if the user were not restricted. */
  validKeys: number;
  sessions: number;
  teams: number;
  /** Names of teams that nobody else is in. */
  emptyTeams: string[];
  /** There are more keys or teams than were counted. */
  isAtLeast: boolean;
}

const maxCounted = 1_000;
const maxTeams = 200;

export async function readStakes(user: ServerUser): Promise<Stakes> {
  const [keys, sessions, teams] = await Promise.all([
    user.listApiKeys({ status: 'valid', limit: maxCounted }),
    user.getActiveSessions(),
    user.listTeams({ limit: maxTeams, includeCounts: true }),
  ]);
  return {
    validKeys: keys.length,
    sessions: sessions.length,
    teams: teams.length,
    emptyTeams: teams.filter(isAlone).map(({ displayName }) => displayName),
    isAtLeast: keys.nextCursor !== null || teams.nextCursor !== null,
  };
}

function isAlone({ counts }: ServerTeam): boolean {
  return counts?.members.count === 1;
}

/** "3 valid API keys stop working at once and 2 sessions end." */
export function describeEnd({ validKeys, sessions, isAtLeast }: Stakes): string {
  const keys = `${isAtLeast ? 'At least ' : ''}${countOf(validKeys, 'valid API key')} ${validKeys === 1 ? 'stops' : 'stop'} working at once`;
  const ends = `${countOf(sessions, 'session')} ${sessions === 1 ? 'ends' : 'end'}`;
  if (validKeys === 0 && sessions === 0) return 'They have no valid API key and no session: nothing stops working.';
  if (validKeys === 0) return `They have no valid API key. ${ends}.`;
  return sessions === 0 ? `${keys}. They have no session.` : `${keys} and ${ends}.`;
}

/** "3 API keys work again." */
export function describeReturn({ validKeys }: Stakes): string {
  if (validKeys === 0) return 'They have no API key that would work again.';
  return `${countOf(validKeys, 'API key')} ${validKeys === 1 ? 'works' : 'work'} again at once.`;
}

/** "They leave 3 teams; Northwind then has no member." */
export function describeLeaving({ teams, emptyTeams }: Stakes): string {
  if (teams === 0) return 'They are in no team.';
  const leaves = `They leave ${countOf(teams, 'team')}`;
  if (emptyTeams.length === 0) return `${leaves}, each of which has other members.`;
  const [name = ''] = emptyTeams;
  if (emptyTeams.length === 1) return `${leaves}; ${name} then has no member, and its keys stay valid.`;
  return `${leaves}; ${countOf(emptyTeams.length, 'team')} then have no member, and their keys stay valid.`;
}
