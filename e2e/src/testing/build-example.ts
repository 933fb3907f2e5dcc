import { execFileSync } from 'node:child_process';
import path from 'node:path';

/** `npm run build` of an example, for a project. */
export function buildExample(name: string, environment: Record<string, string>): void {
  execFileSync('npm', ['run', 'build'], {
    cwd: path.resolve(import.meta.dirname, '../../../examples', name),
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
    stdio: 'pipe',
  });
}
