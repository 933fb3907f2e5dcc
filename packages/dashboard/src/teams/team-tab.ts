const tabs = ['keys', 'invitations', 'metadata', 'settings'] as const;

/** What of a team an address shows; without it, its members, and of these the ones that a search finds. */
export interface TeamTabSearch {
  tab?: (typeof tabs)[number];
  search?: string;
}

export function readTeamTab(search: Record<string, unknown>): TeamTabSearch {
  const tab = tabs.find((value) => value === search['tab']);
  const { search: text } = search;
  return {
    ...(tab && { tab }),
    ...(typeof text === 'string' || typeof text === 'number' ? { search: String(text) } : {}),
  };
}
