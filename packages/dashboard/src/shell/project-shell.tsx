import { Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { PageSkeleton } from '../page/page-skeleton.tsx';
import { useProject } from '../project/use-project.ts';
import { ProjectNavigation } from './project-navigation.tsx';
import { Shell } from './shell.tsx';

/** What stands around every page of one project. */
export function ProjectShell() {
  return (
    <Suspense fallback={<PageSkeleton />}>
      <Content />
    </Suspense>
  );
}

function Content() {
  const project = useProject();
  return (
    <Shell navigation={<ProjectNavigation project={project} />}>
      <Outlet />
    </Shell>
  );
}
