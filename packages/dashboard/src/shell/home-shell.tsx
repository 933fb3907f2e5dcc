import { Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { PageSkeleton } from '../page/page-skeleton.tsx';
import { useOperator } from '../session/use-operator.ts';
import { NavigationLink } from './navigation-link.tsx';
import { Shell } from './shell.tsx';

/** What stands around the pages that are about the operator and not about one project. */
export function HomeShell() {
  return (
    <Suspense fallback={<PageSkeleton />}>
      <Content />
    </Suspense>
  );
}

function Content() {
  useOperator();
  return (
    <Shell
      navigation={
        <ul className="navigation">
          <NavigationLink to="/">Projects</NavigationLink>
          <NavigationLink to="/operators">Operators</NavigationLink>
        </ul>
      }
    >
      <Outlet />
    </Shell>
  );
}
