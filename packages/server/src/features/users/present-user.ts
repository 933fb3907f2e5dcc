import type { clientUser, user } from '@latchkey/contract';
import type { z } from 'zod';
import type { Project } from '../../http/caller.ts';
import { restrictedReasonOf } from '../sessions/index.ts';
import { presentClientTeam, presentServerTeam } from '../teams/index.ts';
import type { UserRecord } from './users.queries.ts';

/** A user as the application's server sees it. */
export function presentUser(record: UserRecord, project: Project): z.input<typeof user> {
  return {
    ...presentOwnFields(record, project),
    selected_team: record.selected_team && presentServerTeam(record.selected_team),
    primary_email_auth_enabled: record.primary_email_auth_enabled,
    server_metadata: record.server_metadata,
    last_active_at_millis: record.last_active_at.getTime(),
    restricted_by_admin_private_details: record.restricted_by_admin_private_details,
    country_code: record.country_code,
    risk_scores: {
      sign_up: { bot: record.sign_up_bot_risk, free_trial_abuse: record.sign_up_trial_abuse_risk },
    },
  };
}

/** A user as the user's own browser sees it. */
export function presentClientUser(record: UserRecord, project: Project): z.input<typeof clientUser> {
  return {
    ...presentOwnFields(record, project),
    selected_team: record.selected_team && presentClientTeam(record.selected_team),
  };
}

function presentOwnFields(record: UserRecord, project: Project) {
  const restrictedReason = restrictedReasonOf(
    {
      isAnonymous: record.is_anonymous,
      isRestrictedByAdmin: record.restricted_by_admin,
      isEmailVerified: record.primary_email_verified,
    },
    project.settings,
  );
  return {
    id: record.id,
    primary_email: record.primary_email,
    primary_email_verified: record.primary_email_verified,
    display_name: record.display_name,
    selected_team_id: record.selected_team_id,
    profile_image_url: record.profile_image_url,
    signed_up_at_millis: record.signed_up_at.getTime(),
    has_password: record.has_password,
    otp_auth_enabled: false,
    passkey_auth_enabled: false,
    client_metadata: record.client_metadata,
    client_read_only_metadata: record.client_read_only_metadata,
    is_anonymous: record.is_anonymous,
    is_restricted: restrictedReason !== null,
    restricted_reason: restrictedReason,
    restricted_by_admin: record.restricted_by_admin,
    restricted_by_admin_reason: record.restricted_by_admin_reason,
    oauth_providers: [],
    auth_with_email: record.has_password,
    requires_totp_mfa: false,
  };
}
