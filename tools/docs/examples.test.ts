import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { collectExamples } from './collect-examples.ts';

const root = path.resolve(import.meta.dirname, '../..');
const examples = collectExamples();
/** A compiler reads the SDK, the components and the types of the platform; this bounds a hang. */
const compilationTimeoutInMillis = 300_000;
let folder: string;

beforeAll(() => {
  const cache = path.join(root, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  folder = mkdtempSync(path.join(cache, 'examples-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('finds the examples of pages and of docstrings', () => {
  const sources = examples.map(({ source }) => source);
  for (const start of ['README.md', 'docs/guides/', 'packages/js/src/', 'packages/react/src/']) {
    expect(sources.some((source) => source.startsWith(start))).toBe(true);
  }
});

it(
  'compiles every example as it stands',
  () => {
    const files = examples.map(({ code }, index) => {
      const file = path.join(folder, `example-${index}.tsx`);
      writeFileSync(file, `${code}\nexport {};\n`);
      return file;
    });
    const project = path.join(folder, 'tsconfig.json');
    writeFileSync(project, JSON.stringify({ extends: path.join(root, 'tools/docs/examples.tsconfig.json'), files }));

    const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
    const { stdout } = spawnSync(process.execPath, [compiler, '-p', project, '--pretty', 'false'], {
      encoding: 'utf8',
    });
    const problems = stdout.replace(/^.*example-(\d+)\.tsx/gm, (_, index) => examples[Number(index)]?.source ?? '');
    expect(problems).toBe('');
  },
  compilationTimeoutInMillis,
);
