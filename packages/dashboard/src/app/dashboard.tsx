import { StackProvider } from '@latchkey/react';
import { Root, Toasts } from '@latchkey/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { queryClient } from './query-client.ts';
import { router } from './router.tsx';
import { stackApp } from '../session/stack-app.ts';
import { useTheme } from '../shell/use-theme.ts';

/** The operators' web app: an application of the project `internal` like any other. */
export function Dashboard() {
  const { theme } = useTheme();
  return (
    <StackProvider app={stackApp} theme={theme}>
      <QueryClientProvider client={queryClient}>
        <Root theme={theme} className="app">
          <Toasts dismissLabel="Dismiss">
            <RouterProvider router={router} />
          </Toasts>
        </Root>
      </QueryClientProvider>
    </StackProvider>
  );
}
