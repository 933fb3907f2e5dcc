import { routes } from '@latchkey/contract';
import type { Api } from '../../http/endpoint.ts';
import type { Deps } from '../../platform/deps.ts';
import { version } from '../../platform/version.ts';
import { createInvitationLink } from '../team-invitations/index.ts';
import { startSession } from '../sessions/index.ts';
import { claimInstallation, type NewOperator } from './claim-installation.ts';
import { selectClaimState } from './installation.queries.ts';
import { joinOperators } from './join-operators.ts';

/** What anybody may know of the installation, and how operators come about: the claim, and invitations. */
export function installation(api: Api, deps: Deps): void {
  api.on(routes.getInstallation, async () => {
    const { claimed_at } = await selectClaimState(deps.db);
    return { is_claimed: claimed_at !== null, delivers_mail: deps.smtp !== null, version, url: deps.publicUrl };
  });

  api.on(routes.claimInstallation, async ({ body, ip }) => signIn(deps, await claimInstallation(deps, body, { ip })));

  api.on(routes.joinOperators, async ({ body, ip }) => signIn(deps, await joinOperators(deps, body, { ip })));

  api.on(routes.inviteOperator, async ({ caller, body }) => {
    const { id, code, expiresAt } = await createInvitationLink(deps, caller, body.team_id);
    return { id, code, expires_at_millis: expiresAt.getTime() };
  });
}

async function signIn(deps: Deps, { project, userId }: NewOperator) {
  const { accessToken, refreshToken } = await startSession(deps, deps.db, { project, userId });
  return { access_token: accessToken, refresh_token: refreshToken, user_id: userId };
}
