import { routes } from '@latchkey/contract';
import type { Api } from '../../http/endpoint.ts';
import type { Deps } from '../../platform/deps.ts';
import { startSession } from '../sessions/index.ts';
import { claimInstallation, type NewOperator } from './claim-installation.ts';
import { joinOperators } from './join-operators.ts';

/** How operators come about: the claim of the installation, and invitations. */
export function installation(api: Api, deps: Deps): void {
  api.on(routes.claimInstallation, async ({ body, ip }) => signIn(deps, await claimInstallation(deps, body, { ip })));

  api.on(routes.joinOperators, async ({ body, ip }) => signIn(deps, await joinOperators(deps, body, { ip })));
}

async function signIn(deps: Deps, { project, userId }: NewOperator) {
  const { accessToken, refreshToken } = await startSession(deps, deps.db, { project, userId });
  return { access_token: accessToken, refresh_token: refreshToken, user_id: userId };
}
