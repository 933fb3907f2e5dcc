import { noTokens, type Tokens } from './token-store.ts';

/** What a browser keeps the session of a project under. */
export function sessionName(projectId: string): string {
  return `latchkey-session-${projectId}`;
}

/** Both tokens in one text, so that no reader ever sees the one of a session with the other of the next. */
export function formatSession({ accessToken, refreshToken }: Tokens): string {
  return `${refreshToken ?? ''}.${accessToken ?? ''}`;
}

/** Both kinds of token are free of dots up to the first one. */
export function parseSession(text: string): Tokens {
  const dot = text.indexOf('.');
  if (dot < 1) return noTokens;
  return { refreshToken: text.slice(0, dot), accessToken: text.slice(dot + 1) || null };
}
