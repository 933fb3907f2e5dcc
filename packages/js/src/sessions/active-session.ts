import type { AnswerOf } from '@latchkey/contract';
import type { ApiClient } from '../http/api-client.ts';

/** A place where a user is signed in. */
export interface ActiveSession {
  id: string;
  userId: string;
  createdAt: Date;
  lastUsedAt: Date;
  /** Whether an administrator signed in as the user. */
  isImpersonation: boolean;
  /** Whether it is the session that asks. */
  isCurrentSession: boolean;
}

/** The sessions of a user, newest first; which of them is the current one depends on who asks. */
export async function listActiveSessions(api: ApiClient, userId: string): Promise<ActiveSession[]> {
  const { items } = await api.get<AnswerOf<'listSessions'>>('/auth/sessions', { user_id: userId });
  return items.map((wire) => ({
    id: wire.id,
    userId: wire.user_id,
    createdAt: new Date(wire.created_at),
    lastUsedAt: new Date(wire.last_used_at),
    isImpersonation: wire.is_impersonation,
    isCurrentSession: wire.is_current_session ?? false,
  }));
}
