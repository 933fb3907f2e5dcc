import { startTestServer, type TestCaller, type TestProject, type TestServer } from '@latchkey/test-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderMail } from './render-mail.ts';

/** Mail kept for operators, because no SMTP server is configured. */
let server: TestServer;
let project: TestProject;
let other: TestProject;

beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject();
  other = await server.createProject();
  for (const number of [1, 2, 3]) {
    server.clock.advance({ seconds: 1 });
    const mail = {
      to: `ada+${number}@example.com`,
      subject: `Mail ${number}`,
      text: 'the text',
      html: '<p>the text</p>',
    };
    await server.deps.mailer.send(server.deps.db, { projectId: project.id, ...mail });
  }
});
afterAll(() => server.close());

const list = (caller: TestCaller, query = '') => server.call(caller, 'GET', `/latchkey/mails${query}`);

describe('kept mail', () => {
  it('is listed newest first, page by page, without its content', async () => {
    const first = (await list(project.admin, '?limit=2')).body;
    expect(first.items.map(({ subject }: { subject: string }) => subject)).toEqual(['Mail 3', 'Mail 2']);
    expect(first.items[0]).not.toHaveProperty('text');
    const second = (await list(project.admin, `?limit=2&cursor=${first.pagination.next_cursor}`)).body;
    expect(second.items.map(({ subject }: { subject: string }) => subject)).toEqual(['Mail 1']);
    expect(second.pagination.next_cursor).toBeNull();
  });

  it('says that garbage is no cursor of its list', async () => {
    const answer = await list(project.admin, '?cursor=x');
    expect([answer.status, answer.code, answer.body]).toEqual([400, null, expect.stringContaining('cursor')]);
  });

  it('is read one by one', async () => {
    const [{ id }] = (await list(project.admin)).body.items;
    const { body } = await server.call(project.admin, 'GET', `/latchkey/mails/${id}`);
    expect(body).toMatchObject({ to: 'ada+3@example.com', status: 'kept', text: 'the text', html: '<p>the text</p>' });
  });

  it("is for the project's administrators only", async () => {
    const [{ id }] = (await list(project.admin)).body.items;
    for (const caller of [project.client, project.server])
      expect((await list(caller)).code).toBe('INSUFFICIENT_ACCESS_TYPE');
    expect((await list(other.admin)).body.items).toEqual([]);
    expect((await server.call(other.admin, 'GET', `/latchkey/mails/${id}`)).status).toBe(404);
  });

  it('is sealed in the database', async () => {
    expect(JSON.stringify(await server.snapshot(['mails']))).not.toContain('the text');
  });

  it('is gone after a week', async () => {
    const [{ id }] = (await list(project.admin)).body.items;
    server.clock.advance({ days: 7 });
    expect((await list(project.admin)).body.items).toEqual([]);
    expect((await server.call(project.admin, 'GET', `/latchkey/mails/${id}`)).status).toBe(404);
  });
});

describe('the content of a mail', () => {
  it('takes whatever users wrote for text, never for markup', () => {
    const nasty = '"><script>alert(1)</script>\'&';
    const { html, text } = renderMail({
      title: nasty,
      paragraphs: [nasty],
      action: { label: nasty, url: `https://x/?a=${nasty}` },
    });
    expect(html).not.toContain('<script>');
    expect(html).not.toMatch(/="[^"]*'[^"]*"/);
    expect(text).toContain(nasty);
  });
});
