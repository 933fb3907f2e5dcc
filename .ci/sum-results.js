// Adds up the JSON reports of all test runs in a folder. A run without a report, and a test file that could not even
// be loaded, count as a failure each.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** @typedef {{ status: string, assertionResults: unknown[] }} FileReport */
/** @typedef {{ numPassedTests: number, numFailedTests: number, testResults: FileReport[] }} Report */

const folder = String(process.argv[2]);
let passed = 0;
let failed = 0;

for (const name of readdirSync(folder)) {
  const text = readFileSync(path.join(folder, name), 'utf8');
  if (text === '') {
    failed += 1;
    continue;
  }
  const report = /** @type {Report} */ (JSON.parse(text));
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  passed += report.numPassedTests;
  failed += report.numFailedTests + unloaded.length;
}

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = passed > 0 && failed === 0 ? 0 : 1;
