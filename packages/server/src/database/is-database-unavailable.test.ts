import { startTestServer, type TestServer } from '@latchkey/test-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isDatabaseUnavailable } from './is-database-unavailable.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

async function failureOf(text: string, values: unknown[] = []): Promise<unknown> {
  return server.deps.pool.query(text, values).then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe('a query that fails', () => {
  it('may be tried again when its connection was ended', async () => {
    const failure = await failureOf('select pg_terminate_backend(pg_backend_pid())');
    expect(failure).toBeInstanceOf(Error);
    expect(isDatabaseUnavailable(failure)).toBe(true);
  });

  it('may be tried again when it waited too long, such as for a large project to be deleted', async () => {
    const failure = await failureOf('set local statement_timeout = 1; select pg_sleep(10)');
    expect(failure).toBeInstanceOf(Error);
    expect(isDatabaseUnavailable(failure)).toBe(true);
  });

  it.each([
    ['a statement that is wrong', 'select nothing from nowhere', []],
    ['more parameters than a message can hold', 'select $1', Array.from({ length: 70_000 }, () => 1)],
    ['a value out of range', 'select $1::int', ['99999999999']],
  ])('is our fault when it is %s', async (_title, text, values) => {
    const failure = await failureOf(text, values);
    expect(failure).toBeInstanceOf(Error);
    expect(isDatabaseUnavailable(failure)).toBe(false);
  });
});
