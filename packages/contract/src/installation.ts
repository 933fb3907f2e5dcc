import { z } from 'zod';
import { route } from './route.ts';
import { email, id, text } from './shapes.ts';

/** What a claimant sends; the lengths a password may have are checked with the errors of wire.md section 3. */
export const claim = z.strictObject({ code: text(256), email, password: text(1_024) });

export const installationRoutes = {
  claimInstallation: route({
    method: 'POST',
    path: '/latchkey/claim',
    access: 'none',
    summary:
      'Makes the bearer of the claim code, which the server prints at its start, the first operator. Works once.',
    body: claim,
    answer: z.strictObject({ access_token: z.string(), refresh_token: z.string(), user_id: id }),
    errors: ['PASSWORD_TOO_SHORT', 'PASSWORD_TOO_LONG', 'USER_EMAIL_ALREADY_EXISTS'],
  }),
};
