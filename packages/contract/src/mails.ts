import { z } from 'zod';
import { route } from './route.ts';
import { id, listOf, page } from './shapes.ts';

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
};
