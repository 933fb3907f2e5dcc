import { createRoute, lazyRouteComponent, type ParsedLocation, redirect } from '@tanstack/react-router';
import { queryClient } from '../app/query-client.ts';
import { rootRoute } from '../app/root-route.ts';
import { installationQuery } from '../session/installation-query.ts';
import { keepLinkCode, readLinkCode } from './link-code.ts';

const claimRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: 'claim',
  validateSearch: readCodeOfMail,
  beforeLoad: ({ location }) => takeCodeOut('/claim', location),
  loader: () => queryClient.ensureQueryData(installationQuery),
  component: lazyRouteComponent(() => import('./claim-page.tsx'), 'ClaimPage'),
});

const joinRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: 'join',
  validateSearch: readCodeOfMail,
  beforeLoad: ({ location }) => takeCodeOut('/join', location),
  component: lazyRouteComponent(() => import('./join-page.tsx'), 'JoinPage'),
});

const handlerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: 'handler/$',
  loader: async () => {
    const { isClaimed } = await queryClient.ensureQueryData(installationQuery);
    if (!isClaimed) redirect({ to: '/claim', replace: true, throw: true });
  },
  component: lazyRouteComponent(() => import('./handler-page.tsx'), 'HandlerPage'),
});

function readCodeOfMail({ code }: Record<string, unknown>): { code?: string } {
  return typeof code === 'string' ? { code } : {};
}

/** Before anything is shown: what stays in the address, stays in the browser's history and on everybody's screen. */
function takeCodeOut(to: '/claim' | '/join', location: ParsedLocation<{ code?: string }>): void {
  const code = readLinkCode(location);
  if (code === null) return;
  keepLinkCode(code);
  redirect({ to, search: {}, hash: '', replace: true, throw: true });
}

export const firstRunRoutes = [claimRoute, joinRoute, handlerRoute] as const;
