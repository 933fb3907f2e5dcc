import type { ServerTeam } from '@latchkey/react';
import { Tabs } from '@latchkey/ui';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { OwnedKeys } from '../api-keys/owned-keys.tsx';
import { LostPage } from '../page/lost-page.tsx';
import { Page } from '../page/page.tsx';
import { InvitationsCard } from './invitations-card.tsx';
import { MembersCard } from './members-card.tsx';
import { TeamMetadata } from './team-metadata.tsx';
import { TeamSettings } from './team-settings.tsx';
import { useTeamOfPage } from './use-team-of-page.ts';

export function TeamPage() {
  const team = useTeamOfPage();
  return team === null ? <LostPage /> : <KnownTeam key={team.id} team={team} />;
}

function KnownTeam({ team }: { team: ServerTeam }) {
  const name = team.displayName;
  return (
    <Page title={name} description="A team of your application: its members, and the keys that are its own.">
      <TeamTabs team={team} name={name} />
    </Page>
  );
}

function TeamTabs({ team, name }: { team: ServerTeam; name: string }) {
  const from = '/projects/$projectId/teams/$teamId';
  const { tab = 'members' } = useSearch({ from });
  const navigate = useNavigate({ from });
  return (
    <Tabs
      label={`About ${name}`}
      value={tab}
      onChange={(id) => void navigate({ search: id === 'members' ? {} : { tab: id }, replace: true })}
      tabs={[
        { id: 'members', label: 'Members', content: <MembersCard team={team} /> },
        { id: 'keys', label: 'API keys', content: <OwnedKeys owner={{ type: 'team', id: team.id, name }} /> },
        { id: 'invitations', label: 'Invitations', content: <InvitationsCard team={team} /> },
        { id: 'metadata', label: 'Metadata', content: <TeamMetadata team={team} /> },
        { id: 'settings', label: 'Settings', content: <TeamSettings team={team} /> },
      ]}
    />
  );
}
