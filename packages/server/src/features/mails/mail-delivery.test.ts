import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { startTestServer, type TestServer } from '@latchkey/test-kit';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';

/* Real SMTP conversations, each with a server that ends them at another step. */
const closing: (() => unknown)[] = [];
const secretWords = /canary|hunter|secretword|ada@/;

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function portOf(server: Server): Promise<number> {
  if (!server.listening) await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function listen(options: SMTPServerOptions): Promise<number> {
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    ...options,
  });
  smtp.on('error', () => undefined);
  const listening = smtp.listen(0, '127.0.0.1');
  closing.push(() => new Promise<void>((resolve) => void smtp.close(() => resolve())));
  return portOf(listening);
}

async function listenBare(greet: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined));
    greet(socket);
  }).listen(0, '127.0.0.1');
  closing.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return portOf(server);
}

async function startWith(url: string | null, options: { rateLimits?: boolean } = {}): Promise<TestServer> {
  const smtp = url === null ? {} : { smtp: { url, from: 'Latchkey <keys@example.com>' } };
  const server = await startTestServer({ ...smtp, ...options });
  closing.push(() => server.close());
  return server;
}

async function test(url: string | null) {
  const server = await startWith(url);
  const { admin } = await server.createProject();
  const { status, body } = await server.call(admin, 'POST', '/latchkey/mail-delivery/test', { to: 'ada@example.com' });
  expect(status).toBe(200);
  expect(JSON.stringify(body)).not.toMatch(secretWords);
  expect(await server.mails()).toEqual([]);
  return body;
}

function refusal(responseCode: number): Error {
  return Object.assign(new Error('secretword for ada@example.com'), { responseCode });
}

describe('a test of the delivery', () => {
  it('sends a mail at once', async () => {
    const received: string[] = [];
    const port = await listen({
      onData(stream, { envelope }, done) {
        received.push(...envelope.rcptTo.map(({ address }) => address));
        stream.resume().on('end', () => done());
      },
    });
    expect(await test(`smtp://127.0.0.1:${port}`)).toEqual({ outcome: 'sent' });
    expect(received).toEqual(['ada@example.com']);
  });

  it('says which variable to set when none is', async () => {
    const body = await test(null);
    expect(body).toMatchObject({ outcome: 'failed', step: 'configuration' });
    expect(body.reason).toContain('LATCHKEY_SMTP_URL');
  });

  it('tells a name that nobody has', async () => {
    expect(await test('smtp://ada:canary@mail.invalid:25')).toMatchObject({ step: 'name' });
  });

  it('tells a port that nobody listens on', async () => {
    const port = await listenBare(() => undefined);
    for (const close of closing.splice(0)) await close();
    expect(await test(`smtp://ada:canary@127.0.0.1:${port}`)).toMatchObject({ step: 'connection' });
  });

  it.each<[string, (socket: Socket) => void]>([
    ['says nothing, soon enough to wait for', () => undefined],
    ['hangs up', (socket) => void socket.end()],
    ['is no mail server', (socket) => void socket.end('HTTP/1.1 400 secretword\r\n')],
    ['is busy', (socket) => void socket.end('421 secretword\r\n')],
  ])('tells a server that %s', async (_what, greet) => {
    expect(await test(`smtp://127.0.0.1:${await listenBare(greet)}`)).toMatchObject({ step: 'connection' });
  });

  it('tells a certificate that nobody vouches for, and encryption where there is none', async () => {
    const encrypted = await listen({ secure: true, disabledCommands: [] });
    expect(await test(`smtps://127.0.0.1:${encrypted}`)).toMatchObject({ step: 'encryption' });
    const upgrading = await listen({ disabledCommands: [] });
    expect(await test(`smtp://127.0.0.1:${upgrading}`)).toMatchObject({ step: 'encryption' });
    const plain = await listen({});
    expect(await test(`smtps://127.0.0.1:${plain}`)).toMatchObject({ step: 'encryption' });
  });

  it('tells a password that is wrong, without repeating it', async () => {
    const port = await listen({ onAuth: (_auth, _session, done) => done(refusal(535)) });
    const body = await test(`smtp://ada:hunter2@127.0.0.1:${port}`);
    expect(body).toMatchObject({ outcome: 'failed', step: 'sign_in' });
    expect(body.reason).toMatch(/answered 535/);
  });

  it('tells who may not be the sender, who the recipient, and a mail that is refused', async () => {
    const sender = await listen({ onMailFrom: (_address, _session, done) => done(refusal(553)) });
    const noSender = await test(`smtp://127.0.0.1:${sender}`);
    expect(noSender).toMatchObject({ step: 'sender', reason: expect.stringMatching(/LATCHKEY_MAIL_FROM.*553/) });
    const recipient = await listen({ onRcptTo: (_address, _session, done) => done(refusal(550)) });
    expect(await test(`smtp://127.0.0.1:${recipient}`)).toMatchObject({ step: 'recipient' });
    const content = await listen({
      onData: (stream, _session, done) => void stream.resume().on('end', () => done(refusal(554))),
    });
    expect(await test(`smtp://127.0.0.1:${content}`)).toMatchObject({ step: 'content' });
  });

  it('is throttled per project, with the time to wait', async () => {
    const server = await startWith(null, { rateLimits: true });
    const [first, second] = [await server.createProject(), await server.createProject()];
    const attempt = ({ admin }: typeof first) =>
      server.call(admin, 'POST', '/latchkey/mail-delivery/test', { to: 'ada@example.com' });
    for (let count = 0; count < 10; count += 1) expect((await attempt(first)).status).toBe(200);
    const refused = await attempt(first);
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect((await attempt(second)).status).toBe(200);
  });
});

describe('how mail leaves', () => {
  it('is told to administrators of projects, without the credentials', async () => {
    const server = await startWith('smtp://ada:canary@mail.example.com:587');
    const project = await server.createProject();
    const read = await server.call(project.admin, 'GET', '/latchkey/mail-delivery');
    const from = 'Latchkey <keys@example.com>';
    expect(read.body).toEqual({ method: 'smtp', host: 'mail.example.com:587', from });
    const kept = await startWith(null);
    const { admin } = await kept.createProject();
    expect((await kept.call(admin, 'GET', '/latchkey/mail-delivery')).body).toEqual({ method: 'kept' });
  });

  it('is neither told nor tested for others, nor for the project internal', async () => {
    const server = await startWith(null);
    const project = await server.createProject();
    const internal = await server.openInternalProject();
    const requests: [string, string, object?][] = [
      ['GET', '/latchkey/mail-delivery'],
      ['POST', '/latchkey/mail-delivery/test', { to: 'ada@example.com' }],
    ];
    for (const request of requests) {
      for (const caller of [project.client, project.server]) {
        expect((await server.call(caller, ...request)).code).toBe('INSUFFICIENT_ACCESS_TYPE');
      }
      expect((await server.call(internal.admin, ...request)).status).toBe(403);
    }
    const nobody = await server.call(project.admin, 'POST', '/latchkey/mail-delivery/test', { to: 'nobody' });
    expect(nobody.code).toBe('SCHEMA_ERROR');
  });
});
