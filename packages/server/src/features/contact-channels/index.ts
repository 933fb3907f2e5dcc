export { contactChannels } from './contact-channels.routes.ts';
export { selectPrimaryChannel, selectPrimaryEmails } from './contact-channels.queries.ts';
export { normalizeEmail } from './normalize-email.ts';
export { sendVerificationMail } from './send-verification-mail.ts';
export { createPrimaryEmail, setPrimaryEmail } from './set-primary-email.ts';
export { throttleNamedEmail } from './throttle-named-email.ts';
