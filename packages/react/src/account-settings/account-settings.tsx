'use client';
import type { CurrentUser, Project } from '@latchkey/js';
import { Icon, Skeleton } from '@latchkey/ui';
import { type ReactNode, useState } from 'react';
import { ApiKeys } from '../api-keys/api-keys.tsx';
import { useStackApp } from '../hooks/use-stack-app.ts';
import { useUser } from '../hooks/use-user.ts';
import { PageFrame } from '../pages/page-frame.tsx';
import type { Translator } from '../words/create-translator.ts';
import { useWords } from '../words/use-words.ts';
import { AccountSection } from './account-section.tsx';
import { ProfileSection } from './profile-section.tsx';
import { SecuritySection } from './security-section.tsx';
import { SessionsSection } from './sessions-section.tsx';
import { type SettingsItem, SettingsLayout } from './settings-layout.tsx';
import { TeamSection } from './team-section.tsx';
import { TeamsSection } from './teams-section.tsx';
import { useHash } from './use-hash.ts';

/** What `<AccountSettings/>` takes. */
export interface AccountSettingsProps {
  /** Takes the whole window, with a background of its own. Default: false. */
  fullPage?: boolean;
  /** Sections of the application's own, after ours; the address has their `id` after the `#`. */
  extraItems?: readonly { id: string; title: string; icon?: ReactNode; content: ReactNode }[];
}

/**
 * Everything that users decide about themselves: profile, addresses and password, sessions, teams, API keys. Each section has
 * an address of its own: `#profile`, `#security`, `#sessions`, `#teams`, `#team-<id>`, `#api-keys`, `#account`.
 *
 * @example
 * import { AccountSettings } from '@latchkey/react';
 *
 * export function SettingsPage() {
 *   return <AccountSettings extraItems={[{ id: 'billing', title: 'Billing', content: <p>Nothing to pay.</p> }]} />;
 * }
 */
export function AccountSettings({ fullPage = false, extraItems = [] }: AccountSettingsProps) {
  return (
    <PageFrame className="lk-settings" fullPage={fullPage} skeleton={<SettingsSkeleton />}>
      <Settings extraItems={extraItems} level={fullPage ? 1 : 2} />
    </PageFrame>
  );
}

function SettingsSkeleton() {
  return (
    <div aria-busy="true">
      <Skeleton lines={8} />
    </div>
  );
}

interface SettingsProps extends Required<Pick<AccountSettingsProps, 'extraItems'>> {
  level: 1 | 2;
}

function Settings({ extraItems, level }: SettingsProps) {
  const [isLeaving, setIsLeaving] = useState(false);
  const user = useUser(isLeaving ? {} : { or: 'redirect' });
  const project = useStackApp().useProject();
  const words = useWords();
  const hash = useHash();
  // The account is deleted, and the page is about to go.
  if (user === null) return null;
  const items = [
    ...itemsOf({ user, project, words, level, hash }),
    ...extraItems,
    {
      id: 'account',
      title: words.text('settings.account'),
      icon: <Icon name="sign-out" />,
      content: <AccountSection user={user} onLeave={() => setIsLeaving(true)} />,
    },
  ];
  return <SettingsLayout items={items} hash={hash} />;
}

interface ItemContext {
  user: CurrentUser;
  project: Project;
  words: Translator;
  level: 1 | 2;
  hash: string;
}

function itemsOf({ user, project, words: { text }, level, hash }: ItemContext): SettingsItem[] {
  const teamId = hash.startsWith('team-') ? hash.slice('team-'.length) : null;
  return [
    {
      id: 'profile',
      title: text('settings.profile'),
      icon: <Icon name="user" />,
      content: <ProfileSection user={user} />,
    },
    {
      id: 'security',
      title: text('settings.security'),
      icon: <Icon name="shield" />,
      content: <SecuritySection user={user} />,
    },
    {
      id: 'sessions',
      title: text('settings.sessions'),
      icon: <Icon name="device" />,
      content: <SessionsSection user={user} />,
    },
    ...(project.config.allowUserApiKeys
      ? [
          {
            id: 'api-keys',
            title: text('settings.api_keys'),
            icon: <Icon name="key" />,
            content: <ApiKeys level={level} />,
          },
        ]
      : []),
    {
      id: 'teams',
      title: text('settings.teams'),
      icon: <Icon name="team" />,
      isCurrent: teamId !== null,
      content: teamId === null ? <TeamsSection user={user} /> : <TeamSection user={user} teamId={teamId} />,
    },
  ];
}
