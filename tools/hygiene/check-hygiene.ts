import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { lockfileProblems, nameProblems, textProblems } from './hygiene-problems.ts';

const repository = path.resolve(import.meta.dirname, '../..');
const nobodysFolders = ['/', tmpdir(), '/tmp', '/root', '/home', '/srv', '/opt'];
const thisMachine = [repository, path.dirname(repository)].filter((folder) => !nobodysFolders.includes(folder));
// As in .gitignore; git itself may be missing where this runs.
const notOurs = new Set(['.git', '.latchkey', 'coverage', 'dist', 'node_modules']);

let count = 0;
for (const file of filesIn(repository)) {
  for (const problem of problemsOf(file)) {
    console.error(`${file}: ${problem}`);
    count += 1;
  }
}
if (count > 0) process.exitCode = 1;

function problemsOf(file: string): string[] {
  const text = readFileSync(path.join(repository, file), 'utf8');
  const isBinary = text.includes('\0');
  return [
    ...nameProblems(file),
    ...(isBinary ? [] : textProblems(text, thisMachine)),
    ...(path.basename(file) === 'package-lock.json' ? lockfileProblems(text) : []),
  ];
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (notOurs.has(entry.name) || entry.name.endsWith('.log')) return [];
    const entryPath = path.join(folder, entry.name);
    if (entry.isDirectory()) return filesIn(entryPath);
    return entry.isFile() ? [path.relative(repository, entryPath).replaceAll(path.sep, '/')] : [];
  });
}
