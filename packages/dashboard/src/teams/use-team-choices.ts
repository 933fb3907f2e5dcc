import type { ServerTeam } from '@latchkey/react';
import { type Choice, choicesOffered } from '../lists/picker.tsx';
import { useList } from '../lists/use-list.ts';

/** The teams that go by a search, newest first: a few to choose from. */
export function useTeamChoices(text: string) {
  const query = text.trim();
  return useList({
    name: 'teams to choose from',
    filter: { query },
    cursor: undefined,
    read: (app) => app.listTeams({ limit: choicesOffered, desc: true, ...(query && { query }) }),
  });
}

export function toTeamChoice({ id, displayName, profileImageUrl }: ServerTeam): Choice {
  return { id, name: displayName, detail: null, imageUrl: profileImageUrl };
}
