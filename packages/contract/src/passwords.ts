import { z } from 'zod';
import { route } from './route.ts';
import { sessionTokens } from './sessions.ts';
import { callbackUrl, email, id, success, text } from './shapes.ts';
import { newPasswordLength } from './users.ts';
import { verificationCodeErrors } from './verification-codes.ts';

/** Longer than any password that is accepted, so that one too long gets the error made for it. */
const password = text(1_024);
const newPassword = password.describe(newPasswordLength);

const code = text(128);

const signedIn = z.strictObject({ ...sessionTokens, user_id: id });

/** Clients send these with a sign-up; there is no bot challenge here, so nothing is made of them. */
const botChallenge = {
  bot_challenge_token: text(8_192).optional(),
  bot_challenge_phase: z.enum(['invisible', 'visible']).optional(),
  bot_challenge_unavailable: z.literal('true').optional(),
};

const newPasswordErrors = ['PASSWORD_AUTHENTICATION_NOT_ENABLED', 'PASSWORD_TOO_SHORT', 'PASSWORD_TOO_LONG'] as const;

export const passwordRoutes = {
  signUpWithPassword: route({
    method: 'POST',
    path: '/auth/password/sign-up',
    access: 'client',
    summary:
      'Creates a user with a password, signs them in, and mails the link that verifies the address where a callback is given.',
    body: z.strictObject({
      email,
      password: newPassword,
      verification_callback_url: callbackUrl.optional(),
      ...botChallenge,
    }),
    answer: signedIn,
    errors: [...newPasswordErrors, 'REDIRECT_URL_NOT_WHITELISTED', 'SIGN_UP_NOT_ENABLED', 'USER_EMAIL_ALREADY_EXISTS'],
  }),
  signInWithPassword: route({
    method: 'POST',
    path: '/auth/password/sign-in',
    access: 'client',
    summary: 'Signs a user in. An unknown address and a wrong password get the same answer.',
    body: z.strictObject({ email, password }),
    answer: signedIn,
    errors: ['PASSWORD_AUTHENTICATION_NOT_ENABLED', 'EMAIL_PASSWORD_MISMATCH', 'RESTRICTED_USER_NOT_ALLOWED'],
  }),
  updatePassword: route({
    method: 'POST',
    path: '/auth/password/update',
    access: 'client',
    summary: 'Changes the password of the signed-in user, and ends their other sessions.',
    body: z.strictObject({ old_password: password, new_password: newPassword }),
    answer: success,
    errors: [
      'USER_AUTHENTICATION_REQUIRED',
      ...newPasswordErrors,
      'USER_DOES_NOT_HAVE_PASSWORD',
      'PASSWORD_CONFIRMATION_MISMATCH',
    ],
  }),
  setPassword: route({
    method: 'POST',
    path: '/auth/password/set',
    access: 'client',
    summary: 'Gives the signed-in user, who has none, a password, and ends their other sessions.',
    body: z.strictObject({ password: newPassword }),
    answer: success,
    errors: ['USER_AUTHENTICATION_REQUIRED', ...newPasswordErrors],
  }),
  sendPasswordResetCode: route({
    method: 'POST',
    path: '/auth/password/send-reset-code',
    access: 'client',
    summary:
      'Mails the link for a new password. The answer is the same whether or not anybody signs in with the address.',
    body: z.strictObject({ email, callback_url: callbackUrl }),
    answer: success,
    errors: ['PASSWORD_AUTHENTICATION_NOT_ENABLED', 'REDIRECT_URL_NOT_WHITELISTED'],
  }),
  resetPassword: route({
    method: 'POST',
    path: '/auth/password/reset',
    access: 'client',
    summary: 'Sets a new password with the code that was mailed, and ends all sessions of the user.',
    body: z.strictObject({ code, password: newPassword }),
    answer: success,
    errors: [...newPasswordErrors, ...verificationCodeErrors],
  }),
  checkPasswordResetCode: route({
    method: 'POST',
    path: '/auth/password/reset/check-code',
    access: 'client',
    summary: 'Tells whether a code would set a new password, without using it up.',
    body: z.strictObject({ code }),
    answer: z.strictObject({ is_code_valid: z.literal(true) }),
    errors: ['PASSWORD_AUTHENTICATION_NOT_ENABLED', ...verificationCodeErrors],
  }),
};
