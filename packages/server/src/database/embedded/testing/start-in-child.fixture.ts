import { startEmbeddedPostgres } from '../start-embedded-postgres.ts';

// Run by start-in-child.ts as a process of its own: starts the database of the folder given, says so in one line of JSON, and
// stops it when standard input ends.
const [, , dataDirectory = ''] = process.argv;
try {
  const postgres = await startEmbeddedPostgres({ dataDirectory });
  const { connection, location, notices, pid } = postgres;
  process.stdout.write(`${JSON.stringify({ connection, location, notices, pid })}\n`);
  process.stdin.resume().once('end', () => void postgres.stop());
} catch (error) {
  process.stdout.write(`${JSON.stringify({ refusal: String(error) })}\n`);
}
