import type { Db } from '../../database/database.ts';
import type { Deps } from '../../platform/deps.ts';
import { randomSecret } from '../../platform/random.ts';
import type { VerificationCodeKind } from './verification-code.ts';
import { insertVerificationCode } from './verification-codes.queries.ts';

export interface NewVerificationCode {
  projectId: string;
  kind: VerificationCodeKind;
  /** The mailbox the code goes to, normalized; empty for one that is handed over otherwise. */
  email: string;
  /** Whose code it is, or who made it for others; it goes with that user. */
  userId?: string | undefined;
  teamId?: string | undefined;
  contactChannelId?: string | undefined;
  lifetimeSeconds: number;
}

export interface IssuedCode {
  id: string;
  code: string;
  expiresAt: Date;
}

/** Makes a single-use code of 45 base32 digits. Only its HMAC is stored, so it is nowhere but where the caller sends it. */
export async function issueVerificationCode(deps: Deps, db: Db, wanted: NewVerificationCode): Promise<IssuedCode> {
  const code = randomSecret(deps.random);
  const id = deps.random.uuid();
  const now = deps.clock.now();
  const expiresAt = new Date(now.getTime() + wanted.lifetimeSeconds * 1_000);
  await insertVerificationCode(db, {
    project_id: wanted.projectId,
    id,
    kind: wanted.kind,
    ...deps.secrets.hash('verification-code', code),
    email: wanted.email,
    user_id: wanted.userId ?? null,
    team_id: wanted.teamId ?? null,
    contact_channel_id: wanted.contactChannelId ?? null,
    created_at: now,
    expires_at: expiresAt,
    used_at: null,
  });
  return { id, code, expiresAt };
}
