import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser } from './find-browser.ts';

/** The fonts have the letters of every language that the components speak. */
const packages = 'chromium fonts-noto-core fonts-noto-cjk';
const installation = `apt-get update -q && apt-get install -y -q --no-install-recommends ${packages}`;

/** Runs once before the browser tests: on a Debian that lacks a browser it installs one, where it may. */
export function setup(): void {
  if (findBrowser() !== undefined) return;
  if (!existsSync('/usr/bin/apt-get')) {
    throw new Error(
      'No Chromium, Chrome or Edge was found: install one, or name its program in LATCHKEY_TEST_BROWSER.',
    );
  }
  if (process.getuid?.() !== 0) {
    throw new Error(`No Chromium, Chrome or Edge was found. Install one: sudo sh -c '${installation}'`);
  }
  console.log('Installing Chromium for the browser tests.');
  const { status, stdout, stderr } = spawnSync('sh', ['-c', installation], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`Chromium could not be installed:\n${stdout}${stderr}`);
}
