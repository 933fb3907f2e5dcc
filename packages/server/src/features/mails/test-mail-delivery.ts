import { createTransport } from 'nodemailer';
import { throttle } from '../../http/throttle.ts';
import type { Deps } from '../../platform/deps.ts';
import type { ThrottleRule } from '../../platform/throttles.ts';
import { explainSmtpFailure, type SmtpFailure } from './explain-smtp-failure.ts';
import { renderMail } from './render-mail.ts';

/** Somebody waits for the answer; a mail server that needs longer is out of order for our purposes. */
const timeLimitsInMillis = {
  dnsTimeout: 5_000,
  connectionTimeout: 5_000,
  greetingTimeout: 5_000,
  socketTimeout: 10_000,
};

/** For somebody who mends a configuration, and nobody who fills mailboxes. */
const perProject: ThrottleRule = { name: 'mail-test', points: 10, durationSeconds: 600 };

export type MailTest =
  { outcome: 'sent' } | { outcome: 'failed'; step: SmtpFailure['step'] | 'configuration'; reason: string };

/**
 * Sends a mail at once, past the queue, and tells what became of it.
 *
 * @throws PlainError 429 after too many tests
 */
export async function testMailDelivery(
  { smtp, throttles }: Deps,
  { projectId, to }: { projectId: string; to: string },
): Promise<MailTest> {
  await throttle(throttles, perProject, projectId);
  if (smtp === null) {
    const reason =
      'No mail server is configured. Set LATCHKEY_SMTP_URL and LATCHKEY_MAIL_FROM, and start Latchkey again.';
    return { outcome: 'failed', step: 'configuration', reason };
  }
  const transport = createTransport({ url: smtp.url, ...timeLimitsInMillis }, { from: smtp.from });
  try {
    await transport.sendMail({ to: { name: '', address: to }, subject: title, ...content });
    return { outcome: 'sent' };
  } catch (error) {
    const failure = explainSmtpFailure(error);
    if (failure === null) throw error;
    return { outcome: 'failed', ...failure };
  } finally {
    transport.close();
  }
}

const title = 'Mail from Latchkey arrives';
const content = renderMail({
  title,
  paragraphs: ['An operator of Latchkey sent this mail to see whether mail is delivered. There is nothing to do.'],
});
