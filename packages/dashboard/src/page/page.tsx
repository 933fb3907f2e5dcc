import { PageHeader } from '@latchkey/ui';
import { useRouterState } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { Brand } from '../shell/brand.tsx';
import { useOpenPalette } from '../shell/palette-context.ts';
import { SearchButton } from '../shell/search-button.tsx';

export interface PageProps {
  title: string;
  /** Beside the title, such as a tag. */
  aside?: ReactNode;
  /** One sentence: what this page is for. */
  description?: ReactNode;
  actions?: ReactNode;
  /** `reading`: forms and prose, in a narrower column. */
  width?: 'full' | 'reading';
  children?: ReactNode;
}

/** How every page of the dashboard opens, inside its frame or, where that cannot stand, alone. The title gets the focus, so that screen readers say where one has come to. */
export function Page({ title, aside, description, actions, width = 'full', children }: PageProps) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    document.title = `${title} · Latchkey`;
  }, [title]);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  useEffect(() => {
    // Not at the first page: there the browser's own place is the right one.
    if (hasArrivedBefore) ref.current?.focus({ preventScroll: true });
    hasArrivedBefore = true;
  }, [path]);
  const isInShell = useOpenPalette() !== null;
  const page = (
    <div ref={ref} tabIndex={-1} className={`page page--${width}`}>
      <PageHeader
        title={
          <>
            {title} {aside}
          </>
        }
        description={description}
        actions={
          <>
            {actions}
            <SearchButton />
          </>
        }
      />
      {children}
    </div>
  );
  if (isInShell) return page;
  return (
    <main className="page-alone">
      <Brand />
      {page}
    </main>
  );
}

let hasArrivedBefore = false;
