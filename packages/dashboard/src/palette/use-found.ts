import type { ServerTeam, ServerUser, StackAdminApp, TeamApiKey, UserApiKey } from '@latchkey/react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { linkOptions, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { nameOfKey } from '../api-keys/name-of-key.ts';
import { nameOfUser } from '../api-keys/name-of-user.ts';
import { pastedKey } from '../api-keys/pasted-key.ts';
import { useOwnedProjects } from '../project/use-project.ts';
import type { Command } from './command.ts';

const pauseInMillis = 150;
const perKind = 5;

/** What of the project at hand goes by what was typed; a whole key finds itself. */
export function useFound(query: string): { found: Command[]; isSearching: boolean } {
  const { projectId } = useParams({ strict: false });
  const app = useOwnedProjects().find(({ id }) => id === projectId)?.app;
  const paused = usePaused(query);
  const navigate = useNavigate();
  const { data, isFetching } = useQuery({
    queryKey: [projectId, 'palette', paused],
    queryFn: () => (app === undefined || paused === '' ? [] : search(app, paused)),
    // A pasted key is among these: it is forgotten with the palette.
    gcTime: 0,
    placeholderData: keepPreviousData,
  });
  const found = paused === '' || query === '' ? [] : (data ?? []);
  return {
    isSearching: query !== '' && app !== undefined && (isFetching || paused !== query),
    found: found.map(({ target, ...command }) => ({
      ...command,
      group: 'Found',
      onSelect: () => void navigate(target),
    })),
  };
}

async function search(app: StackAdminApp<false>, text: string) {
  const key = pastedKey(text);
  // In the body of a request, and in no other: what is in an address is in logs.
  if (key !== undefined) return (await findKey(app, key)).map((found) => keyCommand(app.projectId, found));
  const query = { query: text, limit: perKind };
  const [users, teams, keys] = await Promise.all([
    app.listUsers({ ...query, includeRestricted: true }),
    app.listTeams(query),
    app.listAllApiKeys(query),
  ]);
  return [
    ...users.map((user) => userCommand(app.projectId, user)),
    ...teams.map((team) => teamCommand(app.projectId, team)),
    ...keys.map((found) => keyCommand(app.projectId, found)),
  ];
}

async function findKey(app: StackAdminApp<false>, key: string) {
  const found = await app.findApiKey(key);
  return found === null ? [] : [found];
}

function userCommand(projectId: string, user: ServerUser) {
  const name = nameOfUser(user);
  const { primaryEmail } = user;
  return {
    id: user.id,
    icon: 'user' as const,
    label: name,
    detail: primaryEmail === null || primaryEmail === name ? 'user' : primaryEmail,
    target: linkOptions({ to: '/projects/$projectId/users/$userId', params: { projectId, userId: user.id } }),
  };
}

function teamCommand(projectId: string, { id, displayName }: ServerTeam) {
  return {
    id,
    icon: 'team' as const,
    label: displayName,
    detail: 'team',
    target: linkOptions({ to: '/projects/$projectId/teams/$teamId', params: { projectId, teamId: id } }),
  };
}

function keyCommand(projectId: string, key: UserApiKey | TeamApiKey) {
  return {
    id: key.id,
    icon: 'key' as const,
    label: nameOfKey(key),
    detail: `···· ${key.value.lastFour}`,
    target: linkOptions({ to: '/projects/$projectId/api-keys/$apiKeyId', params: { projectId, apiKeyId: key.id } }),
  };
}

/** A text once typing pauses. */
function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), pauseInMillis);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
}
