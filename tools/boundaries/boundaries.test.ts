import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { cruise, type ICruiseResult, type IConfiguration } from 'dependency-cruiser';
import { afterAll, beforeAll, expect, it } from 'vitest';

const repository = resolve(import.meta.dirname, '../..');
const { options, ...ruleSet } = createRequire(import.meta.url)(
  join(repository, '.dependency-cruiser.cjs'),
) as Required<IConfiguration>;

const plantedViolations: Record<string, string> = {
  'what-contract-knows': 'contract/src/knows-the-server.ts',
  'what-server-knows': 'server/src/knows-the-cli.ts',
  'what-js-knows': 'js/src/knows-the-server.ts',
  'what-ui-knows': 'ui/src/knows-js.ts',
  'what-react-knows': 'react/src/knows-the-server.ts',
  'what-dashboard-knows': 'dashboard/src/knows-the-server.ts',
  'what-cli-knows': 'cli/src/knows-react.ts',
  'what-test-kit-knows': 'test-kit/src/knows-js.ts',
  'packages-meet-at-their-entry': 'server/src/platform/reaches-into-the-contract.ts',
  'contract-uses-only-zod': 'contract/src/uses-node.ts',
  'js-knows-only-types-of-the-contract': 'js/src/uses-a-schema.ts',
  'browsers-have-no-node': 'ui/src/uses-node.ts',
  'cli-knows-the-server-only-to-start-it': 'cli/src/list-projects.ts',
  'only-tests-know-test-code': 'server/src/platform/uses-the-test-kit.ts',
  'nothing-imports-a-test': 'server/src/features/keys/imports-a-test.ts',
  'infrastructure-knows-no-feature': 'server/src/http/knows-a-feature.ts',
  'features-meet-at-their-entry': 'server/src/features/teams/reaches-into-keys.ts',
  'features-stand-on-infrastructure-only': 'server/src/features/teams/reaches-up.ts',
  'fastify-stays-in-http': 'server/src/features/teams/uses-fastify.ts',
  'sql-stays-in-queries': 'server/src/features/teams/uses-kysely.ts',
  'only-an-entry-re-exports': 'server/src/features/teams/re-exports.ts',
  'no-cycles': 'server/src/features/teams/cycle-a.ts',
  'every-path-resolves': 'server/src/platform/mistypes-a-path.ts',
  'every-library-is-declared': 'server/src/platform/uses-an-undeclared-library.ts',
  'what-ships-is-no-dev-dependency': 'server/src/platform/uses-a-dev-dependency.ts',
};

// The planted tree is cruised from a folder of its own, where `@latchkey/*` means its packages and not the real ones.
const tree = mkdtempSync(join(tmpdir(), 'latchkey-boundaries-'));

beforeAll(() => {
  cpSync(join(import.meta.dirname, 'planted'), tree, { recursive: true });
  mkdirSync(join(tree, 'node_modules/@latchkey'), { recursive: true });
  for (const name of ['contract', 'server', 'js', 'ui', 'react', 'dashboard', 'cli', 'test-kit']) {
    symlinkSync(join(tree, 'packages', name), join(tree, 'node_modules/@latchkey', name), 'junction');
  }
  for (const library of ['zod', 'fastify', 'kysely', 'pino', 'fast-check']) {
    symlinkSync(join(repository, 'node_modules', library), join(tree, 'node_modules', library), 'junction');
  }
});
afterAll(() => rmSync(tree, { recursive: true }));

it('each boundary rule fires on its planted violation and on nothing else', async () => {
  const { output } = await cruise(['packages'], { ...options, baseDir: tree, ruleSet, validate: true });
  const found = (output as ICruiseResult).summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`);
  expect(found.sort()).toEqual(
    Object.entries(plantedViolations)
      .map(([rule, file]) => `${rule}: packages/${file}`)
      .sort(),
  );
});

it('no boundary rule lacks a planted violation', () => {
  expect(ruleSet.forbidden.map((rule) => rule.name)).toEqual(Object.keys(plantedViolations));
});
