import { createTransport } from 'nodemailer';
import { z } from 'zod';
import type { Db } from '../../database/database.ts';
import type { Jobs } from '../../platform/jobs.ts';
import type { Secrets } from '../../platform/secrets.ts';
import { deleteMail, markMailFailed, selectMail } from './mails.queries.ts';
import { openMail } from './open-mail.ts';

const job = z.strictObject({ projectId: z.string(), mailId: z.string() });

/** A minute in all, after which another mail has its turn. */
const timeLimitsInMillis = {
  dnsTimeout: 10_000,
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 30_000,
};

export interface DeliveryOptions {
  db: Db;
  secrets: Secrets;
  jobs: Jobs;
  smtpUrl: string;
  from: string;
}

/**
 * Sends waiting mails over SMTP, in the background, tried again with growing pauses. A mail that was sent is deleted, so
 * that no live link stays behind; one cut off between sending and deleting is sent twice rather than never.
 */
export async function deliverMails({ db, secrets, jobs, smtpUrl, from }: DeliveryOptions): Promise<void> {
  const transport = createTransport({ url: smtpUrl, ...timeLimitsInMillis }, { from });
  await jobs.work('deliver-mail', async (data, { isLastTry }) => {
    const { projectId, mailId } = job.parse(data);
    const mail = await selectMail(db, projectId, mailId);
    if (mail === undefined) return;
    try {
      await transport.sendMail({
        to: { name: '', address: mail.recipient },
        subject: mail.subject,
        ...openMail(secrets, mail),
      });
    } catch (error) {
      if (isLastTry) await markMailFailed(db, projectId, mailId);
      throw withoutAddresses(error);
    }
    await deleteMail(db, projectId, mailId);
  });
}

/** The mail server's words repeat addresses, which belong into no log; its codes (RFC 5321 section 4.2.3) say enough. */
function withoutAddresses(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  const answer = 'responseCode' in error ? `, which answered ${String(error.responseCode)}` : '';
  return new Error(`the mail server did not take a mail: ${String(error.code)}${answer}`);
}
