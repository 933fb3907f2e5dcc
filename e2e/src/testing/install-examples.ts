import path from 'node:path';
import { installExample } from '../../../tools/examples/install-example.ts';

const examples = ['express-api', 'next-app', 'stackframe-react', 'vite-react'];

/** Runs once before the browser tests: installs the applications that they open. */
export function setup(): void {
  for (const name of examples) installExample(path.resolve(import.meta.dirname, '../../../examples', name));
}
