import type { ApiKeyOwner, StackAdminApp } from '@latchkey/react';
import { queryOptions } from '@tanstack/react-query';
import { nameOfUser } from './name-of-user.ts';

/** What a list of keys tells of a user or a team. */
export interface OwnerFacts {
  name: string;
  imageUrl: string | null;
  /** An administrator restricted them: their keys are refused. */
  isRestricted: boolean;
}

/** The user or the team behind a key; null: they are gone. */
export function ownerQuery(app: StackAdminApp<false>, { type, id }: ApiKeyOwner) {
  return queryOptions({
    queryKey: [app.projectId, 'key-owner', type, id],
    queryFn: (): Promise<OwnerFacts | null> => (type === 'user' ? readUser(app, id) : readTeam(app, id)),
    staleTime: 60_000,
  });
}

async function readUser(app: StackAdminApp<false>, id: string): Promise<OwnerFacts | null> {
  const user = await app.getServerUserById(id);
  return (
    user && {
      name: nameOfUser(user),
      imageUrl: user.profileImageUrl,
      isRestricted: user.restrictedReason?.type === 'restricted_by_administrator',
    }
  );
}

async function readTeam(app: StackAdminApp<false>, id: string): Promise<OwnerFacts | null> {
  const team = await app.getTeam(id);
  return team && { name: team.displayName, imageUrl: team.profileImageUrl, isRestricted: false };
}
