export { contactChannels } from './contact-channels.routes.ts';
export { type ContactChannelRecord, selectPrimaryChannel } from './contact-channels.queries.ts';
export { findUserIdBySignInEmail } from './find-user-id-by-sign-in-email.ts';
export { normalizeEmail } from './normalize-email.ts';
export { sendVerificationMail } from './send-verification-mail.ts';
export { createPrimaryEmail, setPrimaryEmail } from './set-primary-email.ts';
