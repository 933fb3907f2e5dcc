import { claim, routes } from '@latchkey/contract';
import type { FastifyInstance } from 'fastify';
import type { Api } from '../../http/endpoint.ts';
import { KnownError, PlainError } from '../../http/errors.ts';
import { parseBody } from '../../http/parse-body.ts';
import type { Deps } from '../../platform/deps.ts';
import { startSession } from '../sessions/index.ts';
import { claimInstallation, type NewOperator } from './claim-installation.ts';
import { selectClaimState } from './installation.queries.ts';
import { joinOperators } from './join-operators.ts';
import { landingPageHeaders, type LandingPage, renderLandingPage } from './render-landing-page.ts';

/** How operators come about: the claim of the installation, over the API and by the form of the page at `/`; invitations. */
export function installation(app: FastifyInstance, api: Api, deps: Deps): void {
  api.on(routes.claimInstallation, async ({ body, ip }) => signIn(deps, await claimInstallation(deps, body, { ip })));

  api.on(routes.joinOperators, async ({ body, ip }) => signIn(deps, await joinOperators(deps, body, { ip })));

  app.get('/', async (_request, reply) => reply.headers(landingPageHeaders).send(await landingPage(deps)));

  // A form has no use for tokens: it only makes the operator, who then signs in.
  app.post('/claim', async (request, reply) => {
    const failure = await tryClaim(deps, parseBody(request.headers['content-type'], request.body), request.ip);
    if (failure === null) return reply.redirect('/', 303);
    const { status, retryAfterSeconds, ...failedClaim } = failure;
    if (retryAfterSeconds !== undefined) reply.header('retry-after', String(retryAfterSeconds));
    return reply
      .code(status)
      .headers(landingPageHeaders)
      .send(await landingPage(deps, failedClaim));
  });
}

async function signIn(deps: Deps, { project, userId }: NewOperator) {
  const { accessToken, refreshToken } = await startSession(deps, deps.db, { project, userId });
  return { access_token: accessToken, refresh_token: refreshToken, user_id: userId };
}

async function landingPage({ db, publicUrl }: Deps, failedClaim?: LandingPage['failedClaim']): Promise<string> {
  const { claimed_at } = await selectClaimState(db);
  return renderLandingPage({ publicUrl, isClaimed: claimed_at !== null, failedClaim });
}

interface FailedClaim {
  status: number;
  reason: string;
  email: string;
  retryAfterSeconds?: number | undefined;
}

/** Null when the claim succeeded. */
async function tryClaim(deps: Deps, form: unknown, ip: string): Promise<FailedClaim | null> {
  const read = claim.safeParse(form);
  if (!read.success) return { status: 400, reason: 'Fill in the code, an e-mail address and a password.', email: '' };
  try {
    await claimInstallation(deps, read.data, { ip });
    return null;
  } catch (error) {
    if (!(error instanceof KnownError || error instanceof PlainError)) throw error;
    const retryAfterSeconds = error instanceof PlainError ? error.retryAfterSeconds : undefined;
    return { status: error.status, reason: error.message, email: read.data.email, retryAfterSeconds };
  }
}
