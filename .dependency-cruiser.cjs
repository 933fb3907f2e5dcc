// What may import what. Every rule here has a planted violation in tools/boundaries/planted, and a test
// that fails when a rule lets its violation through or has none.

const testFile = '\\.test\\.tsx?$';
const testCode = `${testFile}|/testing/|^packages/test-kit/`;
const serverInfrastructure = '^packages/server/src/(http|database|platform)/';
const featureFile = '^packages/server/src/features/([^/]+)/';
const packageEntry =
  '^packages/([^/]+/src/index\\.ts|js/src/server\\.ts|react/src/forms\\.ts|contract/src/known-errors\\.ts|(ui|react)/(src/styles/index\\.css|styles\\.css\\.d\\.ts))$';
const featureEntry = '^packages/server/src/features/[^/]+/index\\.ts$';

const packagesKnownTo = {
  contract: [],
  server: ['contract', 'test-kit'],
  js: ['contract', 'test-kit'],
  ui: [],
  react: ['js', 'ui', 'test-kit'],
  dashboard: ['js', 'react', 'ui', 'contract', 'test-kit'],
  cli: ['js', 'contract', 'server', 'test-kit'],
  'test-kit': ['server', 'contract'],
};

const packageRules = Object.entries(packagesKnownTo).map(([name, known]) => ({
  name: `what-${name}-knows`,
  severity: 'error',
  comment:
    known.length === 0 ? `${name} knows no other package.` : `${name} knows ${known.join(', ')} and no other package.`,
  from: { path: `^packages/${name}/` },
  to: { path: '^packages/', pathNot: `^packages/(${[name, ...known].join('|')})/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...packageRules,
    {
      name: 'packages-meet-at-their-entry',
      severity: 'error',
      comment: 'Import another package by its name, never by a path into it.',
      from: { path: '^packages/([^/]+)/' },
      to: { path: '^packages/', pathNot: ['^packages/$1/', packageEntry] },
    },
    {
      name: 'contract-uses-only-zod',
      severity: 'error',
      comment: 'The contract is read by browsers too: no Node, no library but zod.',
      from: { path: '^packages/contract/src/', pathNot: testCode },
      to: { pathNot: ['^packages/', 'node_modules/zod/'] },
    },
    {
      name: 'js-knows-only-types-of-the-contract',
      severity: 'error',
      comment:
        'Whatever else it takes of the contract brings zod into every browser; the table of errors is free of it.',
      from: { path: '^packages/js/src/', pathNot: testCode },
      to: {
        path: '^packages/contract/',
        pathNot: '^packages/contract/src/known-errors\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'browsers-have-no-node',
      severity: 'error',
      comment: 'What runs in browsers, and on every other platform with the web standards, uses nothing of Node.',
      from: { path: '^packages/(js|ui|react|dashboard)/src/', pathNot: testCode },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'cli-knows-the-server-only-to-start-it',
      severity: 'error',
      comment: 'Every other command reaches data through the API, but for the one that lets an operator in again.',
      from: { path: '^packages/cli/src/', pathNot: '^packages/cli/src/((describe-)?start|reset-operator)\\.ts$' },
      to: { path: '^packages/server/' },
    },
    {
      name: 'only-tests-know-test-code',
      severity: 'error',
      from: { path: '^packages/', pathNot: testCode },
      to: { path: '/testing/|^packages/test-kit/' },
    },
    {
      name: 'nothing-imports-a-test',
      severity: 'error',
      from: {},
      to: { path: testFile },
    },
    {
      name: 'infrastructure-knows-no-feature',
      severity: 'error',
      comment: 'http, database and platform serve the features and are composed in app.ts.',
      from: { path: serverInfrastructure, pathNot: testCode },
      to: { path: '^packages/server/src/(features/|(app|main|index)\\.ts$)' },
    },
    {
      name: 'features-meet-at-their-entry',
      severity: 'error',
      comment: 'A feature imports another feature only through its index.ts.',
      from: { path: featureFile },
      to: { path: featureFile, pathNot: ['^packages/server/src/features/$1/', featureEntry] },
    },
    {
      name: 'features-stand-on-infrastructure-only',
      severity: 'error',
      comment: 'A feature is mounted by app.ts and configured through its dependencies; it reaches for neither.',
      from: { path: featureFile, pathNot: testCode },
      to: { path: '^packages/server/src/', pathNot: [serverInfrastructure, featureFile] },
    },
    {
      name: 'fastify-stays-in-http',
      severity: 'error',
      comment: 'Only *.routes.ts, http/ and app.ts know the web framework.',
      from: { path: '^packages/server/src/', pathNot: '(\\.routes\\.ts|/src/app\\.ts)$|/src/http/' },
      to: { path: 'node_modules/(fastify|@fastify)/' },
    },
    {
      name: 'sql-stays-in-queries',
      severity: 'error',
      comment: 'Only *.queries.ts and database/ know the query builder and the driver.',
      from: { path: '^packages/server/src/', pathNot: ['\\.queries\\.ts$|/src/database/', testCode] },
      to: { path: 'node_modules/(kysely|pg)/' },
    },
    {
      name: 'only-an-entry-re-exports',
      severity: 'error',
      comment: 'Barrels make most import cycles: only the index.ts of a package or a feature re-exports.',
      from: { path: '^packages/', pathNot: [packageEntry, featureEntry] },
      to: { dependencyTypes: ['export'] },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'every-path-resolves',
      severity: 'error',
      comment: 'A path that resolves to nothing passes every other rule unseen.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'every-library-is-declared',
      severity: 'error',
      comment: 'Import only what the package.json of your own package declares.',
      from: { path: '^packages/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'what-ships-is-no-dev-dependency',
      severity: 'error',
      // The dashboard ships as one bundle: none of what it is made of is installed with it.
      from: { path: '^packages/', pathNot: `${testCode}|^packages/dashboard/` },
      // What an application brings along itself, a peer, is installed at the root for the tests.
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm-peer'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^packages/[^/]+/dist/' },
    // The test runner and its like are declared once, at the root.
    combinedDependencies: true,
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      conditionNames: ['source', 'import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.js', '.css'],
    },
  },
};
