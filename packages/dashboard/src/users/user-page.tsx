import type { ServerUser } from '@latchkey/react';
import { Avatar, Button, Tabs } from '@latchkey/ui';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { nameOfUser } from '../api-keys/name-of-user.ts';
import { OwnedKeys } from '../api-keys/owned-keys.tsx';
import { LostPage } from '../page/lost-page.tsx';
import { Page } from '../page/page.tsx';
import { ImpersonateDialog } from './impersonate-dialog.tsx';
import { ProfileTab } from './profile-tab.tsx';
import { RestrictionNotice } from './restriction-notice.tsx';
import { SessionsCard } from './sessions-card.tsx';
import { UserMetadata } from './user-metadata.tsx';
import { UserState } from './user-state.tsx';
import { UserTeamsTab } from './user-teams-tab.tsx';
import { useUserOfPage } from './use-user-of-page.ts';

export function UserPage() {
  const user = useUserOfPage();
  return user === null ? <LostPage /> : <KnownUser key={user.id} user={user} />;
}

function KnownUser({ user }: { user: ServerUser }) {
  const [isImpersonating, setIsImpersonating] = useState(false);
  const name = nameOfUser(user);
  return (
    <Page
      title={name}
      aside={<UserState user={user} />}
      description={
        <span className="people__name">
          <Avatar name={name} src={user.profileImageUrl} />
          {user.displayName !== null && user.primaryEmail !== null ? user.primaryEmail : 'A user of your application'}
        </span>
      }
      actions={<Button onClick={() => setIsImpersonating(true)}>Impersonate</Button>}
    >
      <RestrictionNotice user={user} />
      <UserTabs user={user} name={name} />
      <ImpersonateDialog user={user} open={isImpersonating} onClose={() => setIsImpersonating(false)} />
    </Page>
  );
}

function UserTabs({ user, name }: { user: ServerUser; name: string }) {
  const from = '/projects/$projectId/users/$userId';
  const { tab = 'profile' } = useSearch({ from });
  const navigate = useNavigate({ from });
  return (
    <Tabs
      label={`About ${name}`}
      value={tab}
      onChange={(id) => void navigate({ search: id === 'profile' ? {} : { tab: id }, replace: true })}
      tabs={[
        { id: 'profile', label: 'Profile', content: <ProfileTab user={user} /> },
        { id: 'keys', label: 'API keys', content: <OwnedKeys owner={{ type: 'user', id: user.id, name }} /> },
        { id: 'teams', label: 'Teams and permissions', content: <UserTeamsTab user={user} /> },
        { id: 'sessions', label: 'Sessions', content: <SessionsCard user={user} /> },
        { id: 'metadata', label: 'Metadata', content: <UserMetadata user={user} /> },
      ]}
    />
  );
}
