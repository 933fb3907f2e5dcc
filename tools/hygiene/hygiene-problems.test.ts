import { expect, it } from 'vitest';
import { lockfileProblems, nameProblems, textProblems } from './hygiene-problems.ts';

const feature = 'packages/server/src/features/api-keys';

it.each([
  `${feature}/utils.ts`,
  `${feature}/helpers/compose.ts`,
  'packages/cli/src/shared/options.ts',
  `${feature}/issueApiKey.ts`,
  `${feature}/queries/index.ts`,
])('refuses the name %s', (file) => {
  expect(nameProblems(file)).toHaveLength(1);
});

it.each([
  `${feature}/index.ts`,
  `${feature}/api-keys.queries.test.ts`,
  'packages/contract/src/index.ts',
  'packages/server/src/database/migrations/0001-initial.ts',
])('accepts the name %s', (file) => {
  expect(nameProblems(file)).toEqual([]);
});

it.each([
  ['a registry by URL', ['https:/', 'registry.example/zod'].join('/')],
  ['a registry by name', ['registry', 'example', 'org'].join('.')],
  ['a mirror of Debian', ['deb', 'debian', 'org'].join('.')],
  ['a home folder', ['', 'home', 'ada', 'latchkey'].join('/')],
  ['the folder of the clone', 'see /clones/latchkey/packages'],
])('refuses a text that names %s', (_, text) => {
  expect(textProblems(text, ['/clones/latchkey'])).toHaveLength(1);
});

it.each(['registry.register(counter)', 'GET /users/me', 'docs/clones/latchkey', '/clones/latchkey-two'])(
  'accepts the text %s',
  (text) => {
    expect(textProblems(text, ['/clones/latchkey'])).toEqual([]);
  },
);

it('refuses a lockfile that says where packages were downloaded', () => {
  expect(lockfileProblems('{ "resolved": "https://packages.example/zod.tgz" }')).toHaveLength(1);
  expect(lockfileProblems('{ "resolved": "packages/server", "link": true }')).toEqual([]);
});
