import { Button, Icon } from '@latchkey/ui';
import { useRouterState } from '@tanstack/react-router';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { AccountMenu } from './account-menu.tsx';
import { Brand } from './brand.tsx';
import { useOpenPalette } from './palette-context.ts';
import { PaletteHost } from './palette-host.tsx';
import { ProgressBar } from './progress-bar.tsx';

export interface ShellProps {
  navigation: ReactNode;
  children: ReactNode;
}

/** What stands around every page: where one is, where one can go, who one is. Small screens fold it into a bar. */
export function Shell({ navigation, children }: ShellProps) {
  return (
    <PaletteHost>
      <ProgressBar />
      <div className="shell">
        <a href="#content" className="shell__skip" onClick={skip}>
          Skip to the content
        </a>
        <Side navigation={navigation} />
        <main id="content" tabIndex={-1} className="shell__content">
          {children}
        </main>
      </div>
    </PaletteHost>
  );
}

/** Without the fragment, which would stay in the address of every page that follows. */
function skip(event: { preventDefault: () => void }): void {
  event.preventDefault();
  document.getElementById('content')?.focus();
}

function Side({ navigation }: { navigation: ReactNode }) {
  const [isOpen, setIsOpen] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);
  const openPalette = useOpenPalette();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  useEffect(() => setIsOpen(false), [path]);
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen || event.defaultPrevented) return;
    setIsOpen(false);
    toggle.current?.focus();
  };
  return (
    <header className="shell__side" data-open={isOpen || undefined} onKeyDown={closeOnEscape}>
      <div className="shell__bar">
        <Brand />
        <div className="shell__tools">
          {openPalette && (
            <Button variant="ghost" icon={<Icon name="search" />} label="Search or jump to" onClick={openPalette} />
          )}
          <Button
            ref={toggle}
            variant="ghost"
            icon={<MenuIcon isOpen={isOpen} />}
            label="Navigation"
            aria-expanded={isOpen}
            aria-controls="navigation"
            onClick={() => setIsOpen(!isOpen)}
          />
        </div>
      </div>
      <nav id="navigation" aria-label="Dashboard" className="shell__navigation">
        {navigation}
      </nav>
      <div className="shell__account">
        <AccountMenu />
      </div>
    </header>
  );
}

function MenuIcon({ isOpen }: { isOpen: boolean }) {
  if (isOpen) return <Icon name="close" />;
  return (
    <svg className="lk-icon shell__menu-icon" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M2.5 4.5h11M2.5 8h11M2.5 11.5h11" />
    </svg>
  );
}
