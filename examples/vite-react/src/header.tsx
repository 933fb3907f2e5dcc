import { SelectedTeamSwitcher, UserButton } from '@latchkey/react';
import type { Words } from './words.ts';

export function Header({ words }: { words: Words }) {
  const { pathname } = window.location;
  return (
    <header className="header">
      <a className="brand" href="/">
        Northwind
      </a>
      <nav className="header-links" aria-label="Northwind">
        <a href="/" aria-current={pathname === '/' ? 'page' : undefined}>
          {words.home}
        </a>
        <a href="/keys" aria-current={pathname.startsWith('/keys') ? 'page' : undefined}>
          {words.keys}
        </a>
      </nav>
      <SelectedTeamSwitcher />
      <UserButton />
    </header>
  );
}
