import type { UserCreation, UserUpdate } from '@latchkey/contract';

type Profile = Omit<UserCreation, 'password' | 'password_hash' | 'oauth_providers'> &
  Pick<UserUpdate, 'selected_team_id'>;

/** The columns of a user by the fields of the wire; a field that is not given leaves its columns out. */
export function userColumns(fields: Profile) {
  const { risk_scores: riskScores, restricted_by_admin } = fields;
  return {
    ...given({
      display_name: fields.display_name,
      profile_image_url: fields.profile_image_url,
      selected_team_id: fields.selected_team_id,
      client_metadata: asJson(fields.client_metadata),
      client_read_only_metadata: asJson(fields.client_read_only_metadata),
      server_metadata: asJson(fields.server_metadata),
      is_anonymous: fields.is_anonymous,
      restricted_by_admin,
      restricted_by_admin_reason: fields.restricted_by_admin_reason,
      restricted_by_admin_private_details: fields.restricted_by_admin_private_details,
      country_code: fields.country_code,
      sign_up_bot_risk: riskScores?.sign_up.bot,
      sign_up_trial_abuse_risk: riskScores?.sign_up.free_trial_abuse,
    }),
    ...(restricted_by_admin === false && noRestriction),
  };
}

const noRestriction = { restricted_by_admin_reason: null, restricted_by_admin_private_details: null };

/** JSON's null is stored as no value at all. */
function asJson(value: unknown): string | null | undefined {
  return value === undefined || value === null ? value : JSON.stringify(value);
}

function given<Fields extends object>(fields: Fields): { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Fields]?: Exclude<Fields[Name], undefined>;
  };
}
