import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Chapter } from '../chapter.ts';

const page = readFileSync(new URL('../../../../docs/guides/sdk.md', import.meta.url), 'utf8');
const folder = fileURLToPath(new URL('../..', import.meta.url));

export const guide: Chapter = {
  title: "Latchkey's guide to moving",
  guarantees: {
    'its program with the official SDK runs as it stands': async ({ environment }) => {
      const [, program] = /```js\n(import \{ StackServerApp \}.*?)```/s.exec(page) ?? [];
      assert.ok(program);

      const node = [process.execPath, ['--input-type=module', '--eval', program]] as const;
      const { stdout } = await promisify(execFile)(...node, { cwd: folder, env: { ...process.env, ...environment } });

      assert.match(stdout, /The key belongs to Ada/);
    },
  },
};
