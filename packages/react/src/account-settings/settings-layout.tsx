'use client';
import { Skeleton } from '@latchkey/ui';
import { type ReactNode, useEffect, useRef } from 'react';
import { Guarded } from '../frame/guarded.tsx';
import { useWords } from '../words/use-words.ts';

export interface SettingsItem {
  id: string;
  title: string;
  icon?: ReactNode;
  content: ReactNode;
  /** Whether the address leads somewhere inside of it. */
  isCurrent?: boolean;
}

export interface SettingsLayoutProps {
  items: readonly SettingsItem[];
  hash: string;
}

/** The sections in a sidebar, or above as tabs where there is little room, and beside them the one that the address names. */
export function SettingsLayout({ items, hash }: SettingsLayoutProps) {
  const { text } = useWords();
  const current = items.find((item) => item.isCurrent === true || item.id === hash) ?? items[0];
  const panel = useFocusedPanel(hash);
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    // As tabs, the later ones may lie outside of what is seen.
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [current?.id]);
  return (
    <div className="lk-settings__columns">
      <nav ref={nav} className="lk-settings__nav" aria-label={text('account.settings')}>
        <ul>
          {items.map(({ id, title, icon }) => (
            <li key={id}>
              <a
                className="lk-settings__link"
                href={`#${id}`}
                aria-current={id === current?.id ? (hash === id || hash === '' ? 'page' : 'true') : undefined}
              >
                {icon}
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="lk-settings__panel" ref={panel} tabIndex={-1}>
        <Guarded key={hash} skeleton={<Skeleton lines={6} />}>
          {current?.content}
        </Guarded>
      </div>
    </div>
  );
}

/** A link inside a section leads to another one and is gone: the keyboard goes on from where it led. */
function useFocusedPanel(hash: string) {
  const ref = useRef<HTMLDivElement>(null);
  const lastHash = useRef(hash);
  useEffect(() => {
    if (lastHash.current !== hash && document.activeElement === document.body) ref.current?.focus();
    lastHash.current = hash;
  }, [hash]);
  return ref;
}
