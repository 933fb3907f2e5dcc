import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from './main.ts';
import { resetOperatorOnHost } from './operator-reset.ts';
import { StartError } from './platform/start-error.ts';

let folder: string;
let environment: NodeJS.ProcessEnv;
const email = 'operator@example.com';

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'latchkey-test-'));
  // As root, PostgreSQL runs as another user, who has to get through.
  chmodSync(folder, 0o755);
  environment = { HOST: '127.0.0.1', PORT: await findFreePort(), LATCHKEY_DATA_DIR: path.join(folder, 'data') };
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function findFreePort(): Promise<string> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address !== null ? String(address.port) : '';
}

function post(pathname: string, body: object): Promise<Response> {
  return fetch(`http://127.0.0.1:${environment.PORT}/api/v1${pathname}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-stack-project-id': 'internal',
      'x-stack-access-type': 'client',
    },
    body: JSON.stringify(body),
  });
}

async function signIn(password: string): Promise<number> {
  return (await post('/auth/password/sign-in', { email, password })).status;
}

async function withServer<Result>(work: (server: RunningServer) => Promise<Result>): Promise<Result> {
  const server = await startServer(environment);
  try {
    return await work(server);
  } finally {
    await server.stop();
  }
}

async function reset(): Promise<string> {
  const answer = await resetOperatorOnHost(environment, { email });
  return answer.outcome === 'reset' ? answer.password : '';
}

describe('an operator who lost the password', () => {
  it('gets a new one on the host, beside the running server and without one', async () => {
    await withServer(async ({ installation }) => {
      const claim = { code: installation.claimCode, email, password: 'soon forgotten' };
      expect((await post('/latchkey/claim', claim)).status).toBe(200);
      expect(await signIn(await reset())).toBe(200);
      expect(await signIn('soon forgotten')).toBe(400);
    });
    const password = await reset();
    await withServer(async () => expect(await signIn(password)).toBe(200));
  });

  it('is told where nothing is installed, and nothing is made there', async () => {
    const nowhere = { LATCHKEY_DATA_DIR: path.join(folder, 'nowhere') };
    const answer = resetOperatorOnHost(nowhere, { email });
    await expect(answer).rejects.toThrow(StartError);
    await expect(answer).rejects.toThrow(/There is no installation in .*nowhere/);
  });
});
