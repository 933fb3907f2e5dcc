import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: ['packages/**/*.test.ts', 'tools/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // A fresh PostgreSQL cluster on a busy machine takes seconds; these bound a hang, no test depends on them.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
