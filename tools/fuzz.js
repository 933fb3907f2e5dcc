// Sends mutated requests to every route of a real server: `npm run fuzz -- --requests 100000 --seed 1`.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { requests: { type: 'string', default: '100000' }, seed: { type: 'string' } },
});
for (const [name, value] of Object.entries(values)) {
  if (!/^\d{1,9}$/.test(value)) {
    console.error(`--${name} is a number of at most nine digits.`);
    process.exit(2);
  }
}

const { status } = spawnSync('npx', ['vitest', 'run', 'packages/server/src/testing/fuzz/fuzz.test.ts'], {
  cwd: new URL('..', import.meta.url),
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: {
    ...process.env,
    LATCHKEY_FUZZ_REQUESTS: values.requests,
    ...(values.seed !== undefined && { LATCHKEY_FUZZ_SEED: values.seed }),
  },
});
process.exit(status ?? 1);
