import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  // Workspace packages resolve to their sources: editing needs no build. An alias, since the global set-up ignores conditions.
  resolve: {
    alias: [
      {
        find: /^@latchkey\/contract\/known-errors$/,
        replacement: `${import.meta.dirname}/packages/contract/src/known-errors.ts`,
      },
      { find: /^@latchkey\/([a-z-]+)$/, replacement: `${import.meta.dirname}/packages/$1/src/index.ts` },
    ],
  },
  test: {
    pool: 'forks',
    maxWorkers: 2,
    // A fresh PostgreSQL cluster on a busy machine takes seconds; these bound a hang, no test depends on them.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'packages',
          include: ['packages/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, 'packages/cli/**'],
          globalSetup: ['packages/test-kit/src/vitest-global-setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'command',
          include: ['packages/cli/**/*.test.ts'],
          globalSetup: ['tools/build-before-tests.js', 'packages/test-kit/src/vitest-global-setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'gallery',
          include: ['e2e/src/ui-gallery/**/*.test.ts'],
          globalSetup: ['e2e/src/testing/install-browser.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'dashboard',
          include: ['e2e/src/dashboard/**/*.test.ts'],
          globalSetup: ['tools/build-before-tests.js', 'e2e/src/testing/install-browser.ts'],
          testTimeout: 180_000,
          hookTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['e2e/src/**/*.test.ts'],
          exclude: [...configDefaults.exclude, 'e2e/src/{dashboard,ui-gallery}/**'],
          globalSetup: [
            'tools/build-before-tests.js',
            'e2e/src/testing/install-browser.ts',
            'e2e/src/testing/install-examples.ts',
          ],
          // A page is a person's hour: several pages, each looked at by axe, on a machine that does other things too.
          testTimeout: 180_000,
          hookTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'tools',
          include: ['tools/**/*.test.ts'],
          exclude: [...configDefaults.exclude, 'tools/boundaries/planted/**'],
        },
      },
    ],
  },
});
