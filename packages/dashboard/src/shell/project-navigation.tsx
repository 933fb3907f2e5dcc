import type { AdminOwnedProject } from '@latchkey/react';
import { useQuery } from '@tanstack/react-query';
import { formatCount } from '../figures/format-count.ts';
import { overviewQuery } from '../overview/overview-query.ts';
import { NavigationLink } from './navigation-link.tsx';
import { ProjectSwitcher } from './project-switcher.tsx';

/** Which project this is, and the pages about it. */
export function ProjectNavigation({ project }: { project: AdminOwnedProject }) {
  const { data: overview } = useQuery(overviewQuery(project.app));
  const params = { projectId: project.id };
  const count = (counted: { count: number; isAtLeast: boolean } | undefined) => counted && formatCount(counted);
  return (
    <>
      <ProjectSwitcher project={project} />
      <ul className="navigation">
        <NavigationLink to="/projects/$projectId" params={params} activeOptions={{ exact: true }}>
          Overview
        </NavigationLink>
        <NavigationLink to="/projects/$projectId/users" params={params} count={count(overview?.users)}>
          Users
        </NavigationLink>
        <NavigationLink to="/projects/$projectId/teams" params={params} count={count(overview?.teams)}>
          Teams
        </NavigationLink>
        <NavigationLink to="/projects/$projectId/api-keys" params={params} count={count(overview?.apiKeys.valid)}>
          API keys
        </NavigationLink>
      </ul>
      <h2 className="navigation__title">Project</h2>
      <ul className="navigation">
        <NavigationLink to="/projects/$projectId/sign-in" params={params}>
          Sign-in
        </NavigationLink>
        <NavigationLink to="/projects/$projectId/permissions" params={params}>
          Permissions
        </NavigationLink>
        <NavigationLink to="/projects/$projectId/mail" params={params}>
          Mail
        </NavigationLink>
        <NavigationLink to="/projects/$projectId/project-keys" params={params}>
          Project keys
        </NavigationLink>
        <NavigationLink to="/projects/$projectId/settings" params={params}>
          Settings
        </NavigationLink>
      </ul>
    </>
  );
}
