import type { Caller } from '../../http/caller.ts';
import type { Page } from '../../http/pagination.ts';
import type { Deps } from '../../platform/deps.ts';
import { type ProjectRecord, selectProjectsOfOperator } from './projects.queries.ts';
import { requireOperator } from './require-operator.ts';

/** The projects that the teams of the operator own, oldest first. */
export async function listProjects(deps: Deps, caller: Caller): Promise<Page<ProjectRecord>> {
  const userId = requireOperator(caller);
  return { items: await selectProjectsOfOperator(deps.db, userId) };
}
