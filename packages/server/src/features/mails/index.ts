export { createMailer } from './create-mailer.ts';
export { deliverMails } from './deliver-mails.ts';
export { mails } from './mails.routes.ts';
export { openMail } from './open-mail.ts';
export { renderMail } from './render-mail.ts';
