import type { Deps } from '../../platform/deps.ts';
import type { Jobs } from '../../platform/jobs.ts';
import { deleteExpiredRows } from './maintenance.queries.ts';

/** What has expired is refused at once wherever it is read; this only takes it out of the tables, every ten minutes. */
export async function deleteExpired(jobs: Jobs, { db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<void> {
  await jobs.work('delete-expired', () => deleteExpiredRows(db, clock.now()));
  await jobs.schedule('delete-expired', '*/10 * * * *');
}
