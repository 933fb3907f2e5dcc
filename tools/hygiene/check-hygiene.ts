import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { lockfileProblems, nameProblems, textProblems } from './hygiene-problems.ts';

const repository = path.resolve(import.meta.dirname, '../..');
const nobodysFolders = ['/', tmpdir(), '/tmp', '/root', '/home', '/srv', '/opt'];
const thisMachine = [repository, path.dirname(repository)].filter((folder) => !nobodysFolders.includes(folder));

let count = 0;
for (const file of filesOfTheRepository()) {
  const text = readFileSync(path.join(repository, file), 'utf8');
  const isBinary = text.includes('\0');
  const problems = [
    ...nameProblems(file),
    ...(isBinary ? [] : textProblems(text, thisMachine)),
    ...(path.basename(file) === 'package-lock.json' ? lockfileProblems(text) : []),
  ];
  for (const problem of problems) console.error(`${file}: ${problem}`);
  count += problems.length;
}
if (count > 0) process.exitCode = 1;

function filesOfTheRepository(): string[] {
  const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: repository,
    encoding: 'utf8',
  });
  return list.split('\0').filter((file) => file !== '' && existsSync(path.join(repository, file)));
}
