import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { startTestServer, type TestServer } from '@latchkey/test-kit';
import { afterAll, beforeAll, expect, it } from 'vitest';

const run = promisify(execFile);
const packageFolder = path.resolve(import.meta.dirname, '..');

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** The first program of a page that uses the server app, run as it stands. */
async function runProgramOf(page: string): Promise<string> {
  const text = readFileSync(path.resolve(packageFolder, '../..', page), 'utf8');
  const [, program = ''] = /```ts\n((?:(?!```).)*createUser.*?)```/s.exec(text) ?? [];
  const project = await server.createProject({ allow_user_api_keys: true });
  const folder = mkdtempSync(path.join(packageFolder, '.program-'));
  try {
    writeFileSync(path.join(folder, 'program.ts'), program);
    const parameters = ['--conditions=source', '--import=tsx', path.join(folder, 'program.ts')];
    const { stdout } = await run(process.execPath, parameters, {
      cwd: packageFolder,
      env: {
        ...process.env,
        STACK_API_URL: server.url,
        STACK_PROJECT_ID: project.id,
        STACK_SECRET_SERVER_KEY: project.server['x-stack-secret-server-key'],
      },
    });
    return stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

it("runs the README's program as it stands", async () => {
  expect(await runProgramOf('README.md')).toBe('The key belongs to Ada\n');
});

it("runs the guide's program about API keys as it stands", async () => {
  expect(await runProgramOf('docs/guides/sdk.md')).toMatch(/^Shown this once: sk_\w{99}\n.*\nmanually-revoked\n$/s);
});
