import { StackHandler, StackProvider, StackTheme } from '@stackframe/react';
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { HomePage } from './home-page.tsx';
import { stackClientApp } from './stack-client-app.ts';

const { pathname } = window.location;
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has an element to render into.');

createRoot(root).render(
  <StrictMode>
    <Suspense fallback="Loading…">
      <StackProvider app={stackClientApp}>
        <StackTheme>
          {pathname.startsWith('/handler') ? <StackHandler location={pathname} fullPage /> : <HomePage />}
        </StackTheme>
      </StackProvider>
    </Suspense>
  </StrictMode>,
);
