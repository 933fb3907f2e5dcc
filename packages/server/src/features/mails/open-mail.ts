import { z } from 'zod';
import type { Secrets } from '../../platform/secrets.ts';
import type { MailRecord } from './mails.queries.ts';

const content = z.strictObject({ text: z.string(), html: z.string() });

/** The text and HTML of a stored mail. */
export function openMail(secrets: Secrets, mail: MailRecord): z.infer<typeof content> {
  const opened = secrets.open({ sealed: mail.sealed_content, secret_generation: mail.secret_generation });
  return content.parse(JSON.parse(opened));
}
