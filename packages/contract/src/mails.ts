import { z } from 'zod';
import { route } from './route.ts';
import { email, id, listOf, page } from './shapes.ts';

const mailFields = {
  id,
  to: z.string(),
  subject: z.string(),
  status: z.enum(['kept', 'waiting', 'failed']),
  created_at_millis: z.number(),
  expires_at_millis: z.number(),
};

export const mailRoutes = {
  listMails: route({
    method: 'GET',
    path: '/latchkey/mails',
    access: 'admin',
    summary:
      'Lists the mails that were kept because no SMTP server is configured, or that still wait for theirs; newest first.',
    query: z.strictObject(page),
    answer: listOf(z.strictObject(mailFields)),
  }),
  getMail: route({
    method: 'GET',
    path: '/latchkey/mails/:mail_id',
    access: 'admin',
    summary: 'Reads one kept mail.',
    params: z.strictObject({ mail_id: id }),
    answer: z.strictObject({ ...mailFields, text: z.string(), html: z.string() }),
  }),
  getMailDelivery: route({
    method: 'GET',
    path: '/latchkey/mail-delivery',
    access: 'admin',
    summary: 'Tells how mail leaves: over SMTP, or not at all, in which case it is kept to be read here.',
    answer: z.discriminatedUnion('method', [
      z.strictObject({ method: z.literal('smtp'), host: z.string(), from: z.string() }),
      z.strictObject({ method: z.literal('kept') }),
    ]),
  }),
  testMailDelivery: route({
    method: 'POST',
    path: '/latchkey/mail-delivery/test',
    access: 'admin',
    summary: 'Sends a mail to an address at once, and tells what became of it; where it failed, at which step and why.',
    body: z.strictObject({ to: email }),
    answer: z.discriminatedUnion('outcome', [
      z.strictObject({ outcome: z.literal('sent') }),
      z.strictObject({
        outcome: z.literal('failed'),
        step: z.enum([
          'configuration',
          'name',
          'connection',
          'encryption',
          'sign_in',
          'sender',
          'recipient',
          'content',
        ]),
        /** A sentence that says what to do. */
        reason: z.string(),
      }),
    ]),
  }),
};
