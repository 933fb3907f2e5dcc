// Adds up what the test runs of a folder report: vitest in JSON, programs in a line "N passed, N failed". A run that
// reports nothing, and a test file that could not even be loaded, count as a failure each.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** @typedef {{ status: string, assertionResults: unknown[] }} FileReport */
/** @typedef {{ numPassedTests: number, numFailedTests: number, testResults: FileReport[] }} Report */

const folder = String(process.argv[2]);
let passed = 0;
let failed = 0;

for (const name of readdirSync(folder)) {
  const text = readFileSync(path.join(folder, name), 'utf8');
  const counts = name.endsWith('.json') && text !== '' ? countsOfReport(JSON.parse(text)) : countsOfProgram(text);
  passed += counts.passed;
  failed += counts.failed;
}

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = passed > 0 && failed === 0 ? 0 : 1;

/** @param {Report} report */
function countsOfReport(report) {
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length };
}

/** @param {string} output */
function countsOfProgram(output) {
  const line = /^(\d+) passed, (\d+) failed$/m.exec(output);
  return line === null ? { passed: 0, failed: 1 } : { passed: Number(line[1]), failed: Number(line[2]) };
}
