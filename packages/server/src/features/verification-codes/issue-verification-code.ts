import type { Db } from '../../database/database.ts';
import type { Deps } from '../../platform/deps.ts';
import { randomSecret } from '../../platform/random.ts';
import type { VerificationCodeKind } from './verification-code.ts';
import { insertVerificationCode } from './verification-codes.queries.ts';

export interface NewVerificationCode {
  projectId: string;
  kind: VerificationCodeKind;
  /** The mailbox the code goes to, normalized. */
  email: string;
  userId?: string | undefined;
  teamId?: string | undefined;
  contactChannelId?: string | undefined;
  lifetimeSeconds: number;
}

/** Makes a single-use code of 45 base32 digits for a mail. Only its HMAC is stored, so the mail is the only place it is in. */
export async function issueVerificationCode(deps: Deps, db: Db, wanted: NewVerificationCode): Promise<string> {
  const code = randomSecret(deps.random);
  const now = deps.clock.now();
  await insertVerificationCode(db, {
    project_id: wanted.projectId,
    id: deps.random.uuid(),
    kind: wanted.kind,
    ...deps.secrets.hash('verification-code', code),
    email: wanted.email,
    user_id: wanted.userId ?? null,
    team_id: wanted.teamId ?? null,
    contact_channel_id: wanted.contactChannelId ?? null,
    created_at: now,
    expires_at: new Date(now.getTime() + wanted.lifetimeSeconds * 1_000),
    used_at: null,
  });
  return code;
}
