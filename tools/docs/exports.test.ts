import path from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const entries = ['packages/js/src/index.ts', 'packages/js/src/server.ts', 'packages/react/src/index.ts'];

/** The apps, the provider, the guards and the components: what a newcomer begins with has an example as well. */
const beginnings = [
  ...[
    'StackClientApp',
    'StackServerApp',
    'StackAdminApp',
    'createApiKeyVerifier',
    'expressGuard',
    'webGuard',
    'apiKeyOf',
  ],
  ...['StackProvider', 'useUser', 'ApiKeys', 'AccountSettings', 'StackHandler', 'UserButton', 'SelectedTeamSwitcher'],
];

const configuration = ts.readConfigFile(path.join(root, 'packages/react/tsconfig.json'), (file) =>
  ts.sys.readFile(file),
);
const { options } = ts.parseJsonConfigFileContent(configuration.config, ts.sys, path.join(root, 'packages/react'));
const program = ts.createProgram(
  entries.map((entry) => path.join(root, entry)),
  { ...options, noEmit: true },
);
const checker = program.getTypeChecker();

const exported = entries.flatMap((entry) => {
  const source = program.getSourceFile(path.join(root, entry));
  const module = source === undefined ? undefined : checker.getSymbolAtLocation(source);
  return module === undefined ? [] : checker.getExportsOfModule(module).map(resolve);
});

function resolve(symbol: ts.Symbol): ts.Symbol {
  return (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);
}

it('says of every exported symbol in a sentence what it is', () => {
  const silent = exported.filter((symbol) => symbol.getDocumentationComment(checker).length === 0);
  expect([...new Set(silent.map(({ name }) => name))]).toEqual([]);
});

it('shows an example of everything that one begins with', () => {
  const withExample = exported.filter((symbol) => symbol.getJsDocTags(checker).some(({ name }) => name === 'example'));
  expect(beginnings.filter((name) => !withExample.some((symbol) => symbol.name === name))).toEqual([]);
});
