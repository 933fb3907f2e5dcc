import type { Db } from '../../database/database.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Jobs } from '../../platform/jobs.ts';
import type { Mailer } from '../../platform/mailer.ts';
import type { Random } from '../../platform/random.ts';
import type { Secrets } from '../../platform/secrets.ts';
import { insertMails } from './mails.queries.ts';

/** A kept mail is gone after a week: the links in it are dead long before, and addresses need no archive. */
const keptForMillis = 7 * 24 * 60 * 60 * 1_000;

export interface MailerOptions {
  clock: Clock;
  random: Random;
  secrets: Secrets;
  /** Where deliveries are queued; null without SMTP: then mails are kept for the operator to read. */
  jobs: Jobs | null;
}

/** The mailer: writes the sealed mail, and its delivery's job, in the caller's transaction. */
export function createMailer({ clock, random, secrets, jobs }: MailerOptions): Mailer {
  return {
    async send(db: Db, { projectId, to, subject, text, html }) {
      const now = clock.now();
      const { sealed, secret_generation } = secrets.seal(JSON.stringify({ text, html }));
      const mails = [to].flat().map((recipient) => ({
        project_id: projectId,
        id: random.uuid(),
        recipient,
        subject,
        sealed_content: sealed,
        secret_generation,
        status: jobs === null ? ('kept' as const) : ('waiting' as const),
        created_at: now,
        expires_at: new Date(now.getTime() + keptForMillis),
      }));
      if (mails.length === 0) return;
      await insertMails(db, mails);
      await jobs?.enqueue(
        db,
        'deliver-mail',
        mails.map(({ id }) => ({ projectId, mailId: id })),
      );
    },
  };
}
