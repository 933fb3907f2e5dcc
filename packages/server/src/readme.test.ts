import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { startTestServer, type TestServer } from '@latchkey/test-kit';
import { afterAll, beforeAll, expect, it } from 'vitest';

const run = promisify(execFile);
const readme = readFileSync(path.resolve(import.meta.dirname, '../../../README.md'), 'utf8');
const blocks = [...readme.matchAll(/```(\w+)\n(.*?)```/gs)].map(([, language = '', code = '']) => ({ language, code }));

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

it("runs the README's path to a checked key, with the environment as the README spells it", async () => {
  const project = await server.createProject({ allow_user_api_keys: true });
  const values: Record<string, string | undefined> = {
    STACK_API_URL: server.url,
    STACK_PROJECT_ID: project.id,
    STACK_PUBLISHABLE_CLIENT_KEY: project.client['x-stack-publishable-client-key'],
    STACK_SECRET_SERVER_KEY: project.server['x-stack-secret-server-key'],
  };
  const environment = blocks.find(({ code }) => code.startsWith('STACK_API_URL='))?.code ?? '';
  const program = blocks.find(({ code }) => code.includes('/user-api-keys/check'))?.code ?? '';
  const command = blocks.find(({ code }) => code.startsWith('node '))?.code.trim() ?? '';

  const folder = mkdtempSync(path.join(tmpdir(), 'latchkey-readme-'));
  writeFileSync(
    path.join(folder, '.env'),
    environment.replace(/^(\w+)=.*$/gm, (_line, name: string) => `${name}=${values[name]}`),
  );
  writeFileSync(path.join(folder, 'first-key.mjs'), program);
  const [node = '', ...parameters] = command.split(' ');
  const { stdout } = await run(node, parameters, { cwd: folder });
  expect(stdout).toMatch(/Ada received sk_.{99}\n.*valid and belongs to Ada\n$/);
});

it('names just two commands for a fresh machine', () => {
  const commands = blocks.filter(({ code }) => code.startsWith('npm install'));
  expect(commands.map(({ code }) => code.trim())).toEqual(['npm install && npm start', 'npm install && npm test']);
});
