import { z } from 'zod';
import { route } from './route.ts';
import { email, id, text } from './shapes.ts';

/** What a claimant sends; the lengths a password may have are checked with the errors of wire.md section 3. */
export const claim = z.strictObject({ code: text(256), email, password: text(1_024) });

/** An invitation by mail names the address; one by link does not, so whoever follows it does. */
const joining = z.strictObject({ code: text(512), password: text(1_024), email: email.optional() });

const signedIn = z.strictObject({ access_token: z.string(), refresh_token: z.string(), user_id: id });

export const installationRoutes = {
  getInstallation: route({
    method: 'GET',
    path: '/latchkey/installation',
    access: 'none',
    summary: 'Tells whether this installation has an operator, and whether it delivers mail.',
    answer: z.strictObject({
      is_claimed: z.boolean(),
      delivers_mail: z.boolean(),
      version: z.string(),
      /** The public origin, by which applications reach the server. */
      url: z.string(),
    }),
  }),
  claimInstallation: route({
    method: 'POST',
    path: '/latchkey/claim',
    access: 'none',
    summary:
      'Makes the bearer of the claim code, which the server prints at its start, the first operator. Works once.',
    body: claim,
    answer: signedIn,
    errors: ['PASSWORD_TOO_SHORT', 'PASSWORD_TOO_LONG', 'USER_EMAIL_ALREADY_EXISTS'],
  }),
  joinOperators: route({
    method: 'POST',
    path: '/latchkey/operators',
    access: 'none',
    summary:
      'Makes whoever was invited to a team of the project internal an operator: under the address that the invitation was sent to, or under any where it came as a link. Whoever is one already accepts the invitation like any other.',
    body: joining,
    answer: signedIn,
    errors: [
      'VERIFICATION_CODE_NOT_FOUND',
      'VERIFICATION_CODE_EXPIRED',
      'VERIFICATION_CODE_ALREADY_USED',
      'VERIFICATION_CODE_MAX_ATTEMPTS_REACHED',
      'PASSWORD_TOO_SHORT',
      'PASSWORD_TOO_LONG',
      'USER_EMAIL_ALREADY_EXISTS',
    ],
  }),
  inviteOperator: route({
    method: 'POST',
    path: '/latchkey/operators/invitations',
    access: 'client',
    summary:
      'Makes a code to hand over, with which one person joins a team of the project internal, whatever their address; needs `$invite_members`.',
    body: z.strictObject({ team_id: id }),
    answer: z.strictObject({ id, code: z.string(), expires_at_millis: z.number() }),
    errors: [
      'EXPECTED_INTERNAL_PROJECT',
      'USER_AUTHENTICATION_REQUIRED',
      'TEAM_MEMBERSHIP_NOT_FOUND',
      'TEAM_PERMISSION_REQUIRED',
    ],
  }),
};
