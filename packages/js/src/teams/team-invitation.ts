import type { AnswerOf } from '@latchkey/contract';
import { cacheKeys } from '../cache/cache-keys.ts';
import type { Scope } from '../http/scope.ts';

type WireInvitation = AnswerOf<'listTeamInvitations'>['items'][number];

/** An invitation as the team that sent it sees it. */
export interface SentTeamInvitation {
  id: string;
  recipientEmail: string;
  expiresAt: Date;
  /** Withdraws it: the link in the mail stops working. */
  revoke(): Promise<void>;
}

/** An invitation as whoever received it sees it. */
export interface ReceivedTeamInvitation {
  id: string;
  teamId: string;
  teamDisplayName: string;
  recipientEmail: string;
  expiresAt: Date;
  /** Makes the user a member of the team. */
  accept(): Promise<void>;
}

/** @internal */
export function toSentInvitation({ api, cache }: Scope, wire: WireInvitation): SentTeamInvitation {
  return {
    id: wire.id,
    recipientEmail: wire.recipient_email,
    expiresAt: new Date(wire.expires_at_millis),
    async revoke() {
      await api.delete(`/team-invitations/${wire.id}`, { team_id: wire.team_id });
      await cache.invalidate(cacheKeys.sentInvitations(wire.team_id));
    },
  };
}

/** @internal */
export function toReceivedInvitation(
  { api, cache }: Scope,
  wire: WireInvitation,
  userId: string,
): ReceivedTeamInvitation {
  return {
    id: wire.id,
    teamId: wire.team_id,
    teamDisplayName: wire.team_display_name,
    recipientEmail: wire.recipient_email,
    expiresAt: new Date(wire.expires_at_millis),
    async accept() {
      await api.post(`/team-invitations/${wire.id}/accept`, {}, { user_id: userId });
      // Everything below the user may differ: invitations, teams, permissions; and so may the team that is selected.
      await cache.invalidate(`${cacheKeys.allUsers}/${userId}`, cacheKeys.currentUser);
    },
  };
}
