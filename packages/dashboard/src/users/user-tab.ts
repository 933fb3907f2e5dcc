const tabs = ['keys', 'teams', 'sessions', 'metadata'] as const;

/** What of a user an address shows; without it, who they are. */
export interface UserTabSearch {
  tab?: (typeof tabs)[number];
}

export function readUserTab(search: Record<string, unknown>): UserTabSearch {
  const tab = tabs.find((value) => value === search['tab']);
  return tab === undefined ? {} : { tab };
}
