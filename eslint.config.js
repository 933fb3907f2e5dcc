import eslint from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const configFiles = ['*.config.{js,ts}', '{packages,examples}/*/*.config.{js,ts}'];
const testFiles = ['**/*.test.{ts,tsx}', '**/testing/**', 'packages/test-kit/**', 'e2e/**'];

const forbiddenSyntax = [
  {
    selector: 'ExportDefaultDeclaration',
    message: 'Export by name, so that the same thing has the same name everywhere.',
  },
  {
    selector: ':function > Identifier.params > TSTypeAnnotation > TSBooleanKeyword',
    message: 'A bare true or false says nothing at the call: take a named option or write two functions.',
  },
  {
    selector: ':function > AssignmentPattern.params > Literal[raw=/^(true|false)$/]',
    message: 'A bare true or false says nothing at the call: take a named option or write two functions.',
  },
  {
    selector: 'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(skip|only|todo|fails)$/]',
    message: 'Every test runs, always.',
  },
];

const oneReaderOfTheEnvironment = {
  object: 'process',
  property: 'env',
  message: 'Only config.ts reads the environment, which main.ts hands it: add a field to its schema.',
};

export default defineConfig(
  globalIgnores(['**/dist/', '**/coverage/', '**/next-env.d.ts', 'e2e/output/', 'tools/boundaries/planted/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...forbiddenSyntax],
      'no-undef': 'off', // TypeScript checks this, with better knowledge of the globals.
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'anywhere' }],
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/unbound-method': 'off', // Kysely's builders are made to be destructured.
    },
  },
  {
    files: ['packages/server/src/**'],
    ignores: ['packages/server/src/{config,main}.ts', ...testFiles],
    rules: { 'no-restricted-properties': ['error', oneReaderOfTheEnvironment] },
  },
  {
    // These talk to a terminal.
    files: ['packages/cli/src/**', 'packages/test-kit/src/**', 'tools/**', '.ci/**', 'e2e/**'],
    rules: { 'no-console': 'off' },
  },
  {
    // A describe block is as long as its list of guarantees; the JSON it reads has the shape that it asserts.
    files: testFiles,
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    // The fields of an object of the SDK are those of an interface, set as one from what the API answers.
    files: ['packages/js/src/**'],
    rules: { '@typescript-eslint/no-unsafe-declaration-merging': 'off' },
  },
  {
    files: ['packages/{ui,react,dashboard}/src/**', 'e2e/src/**'],
    plugins: reactHooks.configs.flat.recommended.plugins,
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    // These run in browsers, and wherever else the web's standards hold; a server's variables come in at one place.
    files: ['packages/{js,ui,react,dashboard}/src/**'],
    ignores: ['packages/js/src/apps/read-environment.ts', ...testFiles],
    rules: {
      'no-restricted-globals': ['error', 'process', 'Buffer', 'global', '__dirname', 'require', 'setImmediate'],
    },
  },
  {
    // Their dependencies are installed on demand, so their types are not known here.
    files: ['examples/**', 'bench/**'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { 'no-console': 'off', '@typescript-eslint/switch-exhaustiveness-check': 'off' },
  },
  {
    // A JSDoc cast is a cast to the compiler only: these rules do not see it.
    files: ['**/*.js'],
    rules: { '@typescript-eslint/no-unsafe-argument': 'off', '@typescript-eslint/no-unsafe-assignment': 'off' },
  },
  {
    // What Next.js takes from a page or a layout is its default export.
    files: ['examples/next-app/src/app/**'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: configFiles,
    rules: { 'no-restricted-syntax': 'off' },
  },
);
