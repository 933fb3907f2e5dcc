import type { Chapter } from './chapter.ts';
import { checkingApiKeyValidity } from './chapters/checking-api-key-validity.ts';
import { creatingApiKeys } from './chapters/creating-api-keys.ts';
import { headerSpelling } from './chapters/header-spelling.ts';
import { listingApiKeys } from './chapters/listing-api-keys.ts';
import { overview } from './chapters/overview.ts';
import { guide } from './chapters/guide.ts';
import { revokingApiKeys } from './chapters/revoking-api-keys.ts';
import { settingUpApiKeys } from './chapters/setting-up-api-keys.ts';
import { stayingSignedIn } from './chapters/staying-signed-in.ts';
import { teamPermissions } from './chapters/team-permissions.ts';
import { verifyingApiKeys } from './chapters/verifying-api-keys.ts';
import { claimInstallation } from './claim-installation.ts';
import { startLatchkeyServer } from './latchkey-server.ts';
import { officialSdks } from './official-sdks.ts';
import { setScene, type Scene } from './scene.ts';

// In this order, as in the documentation: the first chapter switches on what the others use.
const chapters: Chapter[] = [
  settingUpApiKeys,
  overview,
  creatingApiKeys,
  listingApiKeys,
  revokingApiKeys,
  checkingApiKeyValidity,
  verifyingApiKeys,
  teamPermissions,
  stayingSignedIn,
  headerSpelling,
  guide,
];

const tally = { passed: 0, failed: 0 };

async function runChapter(chapter: Chapter, scene: Scene): Promise<void> {
  console.log(`\n  ${chapter.title}`);
  for (const [guarantee, show] of Object.entries(chapter.guarantees)) {
    try {
      await show(scene);
      tally.passed += 1;
      console.log(`    ✓ ${guarantee}`);
    } catch (error) {
      tally.failed += 1;
      console.log(`    ✗ ${guarantee}`);
      console.error(error);
    }
  }
}

const server = await startLatchkeyServer();
try {
  const operator = await claimInstallation(server);
  for (const version of officialSdks) {
    console.log(`\n@stackframe/js ${version.version}`);
    const scene = await setScene(server, operator, version);
    for (const chapter of chapters) await runChapter(chapter, scene);
  }
} finally {
  await server.stop();
}

console.log(`\n${tally.passed} passed, ${tally.failed} failed`);
// The SDK keeps timers of its caches running for some seconds: nothing is left to wait for.
process.exit(tally.failed === 0 ? 0 : 1);
