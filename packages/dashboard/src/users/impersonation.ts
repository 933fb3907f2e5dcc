import type { ServerUser } from '@latchkey/react';

/** What signs somebody in as a user for a while. */
export interface Impersonation {
  accessToken: string;
  refreshToken: string;
}

/** Long enough to see what a user sees, short enough to be forgotten. */
const impersonationHours = 1;

/** Begins a session of the user that is marked as an administrator's, and ends by itself. */
export async function impersonate(user: ServerUser): Promise<Impersonation> {
  const session = await user.createSession({
    expiresInMillis: impersonationHours * 60 * 60 * 1000,
    isImpersonation: true,
  });
  const { accessToken, refreshToken } = await session.getTokens();
  if (accessToken === null || refreshToken === null) throw new Error('The new session came without its tokens.');
  return { accessToken, refreshToken };
}

/** What puts the session where the SDK's token store `cookie` looks for it, pasted into the console of the application's page. */
export function consoleSnippet(projectId: string, { accessToken, refreshToken }: Impersonation): string {
  return [
    `document.cookie = 'latchkey-session-${projectId}=${refreshToken}.${accessToken}; path=/; samesite=lax; max-age=${impersonationHours * 3600}'`,
    `  + (location.protocol === 'https:' ? '; secure' : '');`,
    'location.reload();',
  ].join('\n');
}
