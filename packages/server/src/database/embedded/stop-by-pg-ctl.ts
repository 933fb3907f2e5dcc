import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { PostmasterPlan } from './postmaster-plan.ts';

/**
 * Ends the postmaster of a cluster on Windows, which has no signals; false when there was none.
 *
 * PostgreSQL's own program reaches it through a pipe that only a postmaster has, so no stranger with its number is hit.
 */
export async function stopByPgCtl(plan: PostmasterPlan): Promise<boolean> {
  const program = join(plan.installation, 'bin', 'pg_ctl');
  const end = promisify(execFile)(program, ['stop', '-D', plan.cluster, '-m', 'fast', '-w'], { windowsHide: true });
  return await end.then(
    () => true,
    () => false,
  );
}
