import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { startTestServer, type TestServer } from '@latchkey/test-kit';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inTransaction } from '../../database/transaction.ts';
import { createJobs } from '../../platform/create-jobs.ts';
import type { Jobs } from '../../platform/jobs.ts';
import type { Mailer } from '../../platform/mailer.ts';
import { createMailer } from './create-mailer.ts';
import { deliverMails } from './deliver-mails.ts';

/** A real SMTP conversation with a server that keeps what it receives, and refuses while it is told to. */
const warnings: unknown[] = [];
const mailbox = {
  received: [] as { from: string; to: string[]; content: string }[],
  refuses: false,
};
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, session, done) {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      if (mailbox.refuses) return done(new Error('come back later'));
      const { mailFrom, rcptTo } = session.envelope;
      mailbox.received.push({
        from: mailFrom === false ? '' : mailFrom.address,
        to: rcptTo.map(({ address }) => address),
        content: Buffer.concat(chunks).toString(),
      });
      done();
    });
  },
});

let server: TestServer;
let jobs: Jobs;
let mailer: Mailer;
let projectId: string;

beforeAll(async () => {
  const listening = smtp.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const address = listening.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;

  server = await startTestServer();
  projectId = (await server.createProject()).id;
  const { db, pool, logger, secrets, clock, random } = server.deps;
  jobs = await createJobs(pool, { ...logger, warn: (fields) => warnings.push(fields) });
  mailer = createMailer({ clock, random, secrets, jobs });
  await deliverMails({ db, secrets, jobs, smtpUrl: `smtp://127.0.0.1:${port}`, from: 'Latchkey <keys@example.com>' });
});
afterAll(async () => {
  await jobs.stop();
  await server.close();
  smtp.close();
});
beforeEach(() => {
  mailbox.received = [];
  mailbox.refuses = false;
});

const content = { subject: 'Grüße', text: 'Your link: https://example.com/?code=abc', html: '<p>Your link</p>' };

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await pause(50);
}

describe('mail over SMTP', () => {
  it('reaches each recipient in a mail of his own, and then is gone from the database', async () => {
    await mailer.send(server.deps.db, { projectId, to: ['ada@example.com', 'ben@example.com'], ...content });
    await until(() => mailbox.received.length === 2);
    expect(mailbox.received.map(({ to }) => to).toSorted()).toEqual([['ada@example.com'], ['ben@example.com']]);
    expect(mailbox.received[0]?.from).toBe('keys@example.com');
    expect(mailbox.received[0]?.content).toContain('Your link');
    await until(async () => (await server.mails()).length === 0);
  });

  it('is not sent when the transaction that asked for it fails', async () => {
    const attempt = inTransaction(server.deps.db, async (db) => {
      await mailer.send(db, { projectId, to: 'nobody@example.com', ...content });
      throw new Error('changed my mind');
    });
    await expect(attempt).rejects.toThrow('changed my mind');
    await mailer.send(server.deps.db, { projectId, to: 'somebody@example.com', ...content });
    await until(() => mailbox.received.length === 1);
    expect(mailbox.received[0]?.to).toEqual(['somebody@example.com']);
  });

  it('is one message whatever a user puts into names and subjects', async () => {
    await mailer.send(server.deps.db, {
      projectId,
      to: 'ada@example.com',
      ...content,
      subject: 'Hello\r\nBcc: victim@example.com',
    });
    await until(() => mailbox.received.length === 1);
    expect(mailbox.received[0]?.to).toEqual(['ada@example.com']);
    expect(mailbox.received[0]?.content).not.toMatch(/^Bcc:/m);
  });

  it('waits sealed while the mail server refuses it', async () => {
    mailbox.refuses = true;
    await mailer.send(server.deps.db, { projectId, to: 'later@example.com', ...content });
    const attempts = `select 1 from pgboss.job where name = 'deliver-mail' and retry_count + (state = 'retry')::int > 0`;
    await until(async () => ((await server.deps.pool.query(attempts)).rowCount ?? 0) > 0);
    const [mail] = await server.mails();
    expect(mail).toMatchObject({ to: 'later@example.com', text: content.text });
    expect(JSON.stringify(await server.snapshot(['mails']))).not.toContain('code=abc');

    await until(() => warnings.length > 0);
    expect(JSON.stringify(warnings)).toMatch(/EMESSAGE, which answered 450/);
    expect(JSON.stringify(warnings)).not.toContain('@example.com');

    mailbox.refuses = false;
    await server.deps.pool.query(`update pgboss.job set start_after = now() where name = 'deliver-mail'`);
    await until(() => mailbox.received.length === 1);
  });
});
