import { z } from 'zod';
import { route } from './route.ts';
import { boolean, callbackUrl, email, id, idOrMe, listOf, success, text } from './shapes.ts';
import { verificationCodeErrors } from './verification-codes.ts';

/** An address at which a user can be reached, and perhaps signs in. */
export const contactChannel = z.strictObject({
  id,
  user_id: id,
  type: z.literal('email'),
  value: z.string(),
  is_primary: z.boolean(),
  is_verified: z.boolean(),
  used_for_auth: z.boolean(),
});

const type = z.literal('email');

const creation = {
  user_id: idOrMe,
  type,
  value: email,
  used_for_auth: boolean,
  is_primary: boolean.optional(),
};

const update = {
  type: type.optional(),
  value: email.optional(),
  used_for_auth: boolean.optional(),
  is_primary: boolean.optional(),
};

/** Whoever could say so of their own address would have it verified without receiving a mail. */
const serverOnly = { is_verified: boolean.optional() };

const ofUser = z.strictObject({ user_id: idOrMe, contact_channel_id: id });

const code = z.strictObject({ code: text(128) });

const callerErrors = ['USER_AUTHENTICATION_REQUIRED', 'CANNOT_GET_OWN_USER_WITHOUT_USER'] as const;

export const contactChannelRoutes = {
  listContactChannels: route({
    method: 'GET',
    path: '/contact-channels',
    access: 'client',
    summary: 'Lists the contact channels of a user, oldest first.',
    query: z.strictObject({ user_id: idOrMe }),
    answer: listOf(contactChannel),
    errors: callerErrors,
  }),
  createContactChannel: route({
    method: 'POST',
    path: '/contact-channels',
    access: 'client',
    summary: 'Adds an address to a user. Only the application’s server can call it verified.',
    status: 201,
    body: z.strictObject({ ...creation, ...serverOnly }),
    clientBody: z.strictObject(creation),
    answer: contactChannel,
    errors: [...callerErrors, 'USER_ID_DOES_NOT_EXIST', 'CONTACT_CHANNEL_ALREADY_USED_FOR_AUTH_BY_SOMEONE_ELSE'],
  }),
  getContactChannel: route({
    method: 'GET',
    path: '/contact-channels/:user_id/:contact_channel_id',
    access: 'client',
    summary: 'Reads a contact channel.',
    params: ofUser,
    answer: contactChannel,
    errors: callerErrors,
  }),
  updateContactChannel: route({
    method: 'PATCH',
    path: '/contact-channels/:user_id/:contact_channel_id',
    access: 'client',
    summary: 'Changes a contact channel. A new value has yet to be verified; a new primary one replaces the former.',
    params: ofUser,
    body: z.strictObject({ ...update, ...serverOnly }),
    clientBody: z.strictObject(update),
    answer: contactChannel,
    errors: [...callerErrors, 'CONTACT_CHANNEL_ALREADY_USED_FOR_AUTH_BY_SOMEONE_ELSE'],
  }),
  deleteContactChannel: route({
    method: 'DELETE',
    path: '/contact-channels/:user_id/:contact_channel_id',
    access: 'client',
    summary: 'Removes a contact channel.',
    params: ofUser,
    answer: success,
    errors: callerErrors,
  }),
  sendContactChannelVerificationCode: route({
    method: 'POST',
    path: '/contact-channels/:user_id/:contact_channel_id/send-verification-code',
    access: 'client',
    summary: 'Mails a link that verifies the address: the callback URL with the code added.',
    params: ofUser,
    body: z.strictObject({ callback_url: callbackUrl }),
    answer: success,
    errors: [...callerErrors, 'EMAIL_ALREADY_VERIFIED', 'REDIRECT_URL_NOT_WHITELISTED'],
  }),
  sendPrimaryEmailVerificationCode: route({
    method: 'POST',
    path: '/contact-channels/send-verification-code',
    access: 'client',
    summary: 'Mails a link that verifies the primary address of the signed-in user.',
    body: z.strictObject({ email, callback_url: callbackUrl }),
    answer: success,
    errors: [
      'USER_AUTHENTICATION_REQUIRED',
      'EMAIL_IS_NOT_PRIMARY_EMAIL',
      'EMAIL_ALREADY_VERIFIED',
      'REDIRECT_URL_NOT_WHITELISTED',
    ],
  }),
  verifyContactChannel: route({
    method: 'POST',
    path: '/contact-channels/verify',
    access: 'client',
    summary: 'Verifies an address with the code that was mailed to it. Needs no session: the code is the proof.',
    body: code,
    answer: success,
    errors: verificationCodeErrors,
  }),
  checkContactChannelVerificationCode: route({
    method: 'POST',
    path: '/contact-channels/verify/check-code',
    access: 'client',
    summary: 'Tells whether a code would verify an address, without using it up.',
    body: code,
    answer: z.strictObject({ is_code_valid: z.literal(true) }),
    errors: verificationCodeErrors,
  }),
};
