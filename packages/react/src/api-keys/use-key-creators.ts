'use client';
import { cacheKeys, scopeOf, Team, type TeamUser } from '@latchkey/js';
import { useSyncExternalStore } from 'react';
import { useUser } from '../hooks/use-user.ts';
import { useWords } from '../words/use-words.ts';
import type { ApiKeyHolder, HeldApiKey } from './api-key-holder.ts';
import { useTeamPermission } from './use-team-permission.ts';

/** Who created a key, as the list says it. */
export interface KeyCreator {
  /** By itself: "You". */
  name: string;
  /** In the middle of a sentence: "you". */
  nameInSentence: string;
  imageUrl: string | null;
}

/** Tells who created a key of the holder. Members have names for those only who may read the list of members. */
export function useKeyCreators(holder: ApiKeyHolder): (key: HeldApiKey) => KeyCreator {
  const user = useUser();
  const mayReadMembers = useTeamPermission(user, holder, '$read_members');
  const members = useMembers(mayReadMembers && holder instanceof Team ? holder : null);
  const { text } = useWords();
  return ({ creator }) => {
    if (creator?.userId === null) {
      return { name: text('api_keys.server'), nameInSentence: text('api_keys.by_server'), imageUrl: null };
    }
    const profile = members.find(({ id }) => id === creator?.userId)?.teamProfile;
    const imageUrl = profile?.profileImageUrl ?? null;
    if (user !== null && creator?.userId === user.id) {
      return { name: text('api_keys.you'), nameInSentence: text('api_keys.by_you'), imageUrl };
    }
    const name = profile?.displayName ?? null;
    return {
      name: name ?? text('api_keys.member'),
      nameInSentence: name ?? text('api_keys.by_member'),
      imageUrl,
    };
  };
}

/** Nobody while they are read, and when that fails: the keys are not to wait for the names. */
function useMembers(team: Team | null): readonly TeamUser[] {
  const resource = team && scopeOf(team).cache.resource(cacheKeys.teamMembers(team.id), () => team.listUsers());
  const getMembers = () => {
    const snapshot = resource?.getSnapshot();
    return snapshot?.status === 'ready' ? snapshot.value : nobody;
  };
  return useSyncExternalStore(resource?.subscribe ?? subscribeToNothing, getMembers, () => nobody);
}

const nobody: readonly TeamUser[] = [];
const subscribeToNothing = () => () => undefined;
