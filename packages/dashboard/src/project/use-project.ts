import { type AdminOwnedProject, ownedProjects, type StackAdminApp } from '@latchkey/react';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useOperator } from '../session/use-operator.ts';
import type { CurrentUser } from '@latchkey/react';

/** The projects that the teams of an operator own, oldest first. */
export function ownedProjectsQuery(operator: CurrentUser) {
  return queryOptions({
    queryKey: ['owned-projects', operator.id],
    queryFn: () => ownedProjects(operator).list(),
  });
}

export function useOwnedProjects(): AdminOwnedProject[] {
  return useSuspenseQuery(ownedProjectsQuery(useOperator())).data;
}

/**
 * The project that the address names.
 *
 * @throws ProjectMissingError when the operator has none of that id
 */
export function useProject(): AdminOwnedProject {
  const { projectId } = useParams({ from: '/projects/$projectId' });
  const project = useOwnedProjects().find(({ id }) => id === projectId);
  if (project === undefined) throw new ProjectMissingError();
  return project;
}

/** All that an operator may read and do in the project that the address names. */
export function useAdminApp(): StackAdminApp<false> {
  return useProject().app;
}

export class ProjectMissingError extends Error {
  override name = 'ProjectMissingError';
}
