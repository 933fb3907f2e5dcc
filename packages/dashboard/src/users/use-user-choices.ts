import type { ServerUser } from '@latchkey/react';
import { nameOfUser } from '../api-keys/name-of-user.ts';
import { type Choice, choicesOffered } from '../lists/picker.tsx';
import { useList } from '../lists/use-list.ts';

/** The users that go by a search, whoever was here last first: a few to choose from. */
export function useUserChoices(text: string) {
  const query = text.trim();
  return useList({
    name: 'users to choose from',
    filter: { query },
    cursor: undefined,
    read: (app) =>
      app.listUsers({
        limit: choicesOffered,
        includeRestricted: true,
        includeAnonymous: true,
        orderBy: 'lastActiveAt',
        desc: true,
        ...(query && { query }),
      }),
  });
}

export function toUserChoice(user: ServerUser): Choice {
  return {
    id: user.id,
    name: nameOfUser(user),
    detail: user.displayName === null ? null : user.primaryEmail,
    imageUrl: user.profileImageUrl,
  };
}
