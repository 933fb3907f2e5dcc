import { Button, Icon } from '@latchkey/ui';
import { useRouterState } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { AccountMenu } from './account-menu.tsx';
import { Brand } from './brand.tsx';

export interface ShellProps {
  navigation: ReactNode;
  children: ReactNode;
}

/** What stands around every page: where one is, where one can go, who one is. Small screens fold it into a bar. */
export function Shell({ navigation, children }: ShellProps) {
  const [isOpen, setIsOpen] = useState(false);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  useEffect(() => setIsOpen(false), [path]);
  return (
    <div className="shell">
      <a href="#content" className="shell__skip">
        Skip to the content
      </a>
      <div className="shell__side" data-open={isOpen || undefined} onKeyDown={(event) => closeOnEscape(event.key)}>
        <div className="shell__bar">
          <Brand />
          <Button
            variant="ghost"
            className="shell__toggle"
            icon={<Icon name="more" />}
            label="Navigation"
            aria-expanded={isOpen}
            aria-controls="navigation"
            onClick={() => setIsOpen(!isOpen)}
          />
        </div>
        <nav id="navigation" aria-label="Dashboard" className="shell__navigation">
          {navigation}
        </nav>
        <div className="shell__account">
          <AccountMenu />
        </div>
      </div>
      <main id="content" tabIndex={-1} className="shell__content">
        {children}
      </main>
    </div>
  );

  function closeOnEscape(key: string): void {
    if (key === 'Escape') setIsOpen(false);
  }
}
