import type { Overview } from '@latchkey/react';
import { sayCounted } from '../../figures/say-counted.ts';

/** What goes with a project, in numbers. */
export function describeLoss({ users, teams, apiKeys }: Pick<Overview, 'users' | 'teams' | 'apiKeys'>): string {
  const people = `${sayCounted(users, 'user')} and ${sayCounted(teams, 'team')} are deleted`;
  const keys =
    apiKeys.valid.count === 0
      ? 'No API key is valid now'
      : `${sayCounted(apiKeys.valid, 'valid API key')} ${apiKeys.valid.count === 1 ? 'stops' : 'stop'} working`;
  return `${people[0]?.toUpperCase() ?? ''}${people.slice(1)}. ${keys}; every project key stops working, too, at once. This cannot be undone.`;
}
