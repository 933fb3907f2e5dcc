import { type Browser, chromium } from 'playwright-core';
import { findBrowser } from './find-browser.ts';

/** Starts the browser, without a window, and cut off from everything but this machine. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error('No browser was found, although the set-up had found one.');
  return chromium.launch({
    executablePath,
    // Its sandbox refuses to work for root.
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // A page that asks anybody but this machine gets no answer, on a machine with internet too.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
    ],
  });
}
