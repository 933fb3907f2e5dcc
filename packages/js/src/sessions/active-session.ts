import type { AnswerOf } from '@latchkey/contract';

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

/** A session as the API lists it. */
export function toActiveSession(wire: AnswerOf<'listSessions'>['items'][number]): ActiveSession {
  return {
    id: wire.id,
    userId: wire.user_id,
    createdAt: new Date(wire.created_at),
    lastUsedAt: new Date(wire.last_used_at),
    isImpersonation: wire.is_impersonation,
    isCurrentSession: wire.is_current_session ?? false,
  };
}
