'use client';
import type { CurrentUser } from '@latchkey/js';
import { Avatar, Icon, LinkButton } from '@latchkey/ui';
import { type ReactNode, useState } from 'react';
import { ApiKeys } from '../api-keys/api-keys.tsx';
import { useStackApp } from '../hooks/use-stack-app.ts';
import { useWords } from '../words/use-words.ts';
import { LeaveTeamCard, type LeaveTeamCardProps } from './leave-team-card.tsx';
import { SettingsSection } from './settings-section.tsx';
import { TeamAppearanceCard } from './team-appearance-card.tsx';
import { TeamInvitationsCard } from './team-invitations-card.tsx';
import { TeamMembersCard } from './team-members-card.tsx';
import { TeamProfileCard } from './team-profile-card.tsx';

/** One team of the user's: as much of it as the user may see and change. */
export function TeamSection({ user, teamId }: { user: CurrentUser; teamId: string }) {
  const { text } = useWords();
  const team = user.useTeam(teamId);
  const [isLeaving, setIsLeaving] = useState(false);
  const leave = async (work: () => Promise<void>) => {
    setIsLeaving(true);
    try {
      await work();
    } catch (error) {
      setIsLeaving(false);
      throw error;
    }
    location.assign('#teams');
  };
  const back = (
    <LinkButton variant="link" size="small" icon={<Icon name="chevron-start" />} href="#teams">
      {text('teams.back')}
    </LinkButton>
  );
  if (team !== null) return <TeamCards user={user} team={team} back={back} onLeave={leave} />;
  // Who is leaving knows, and is about to see the other teams.
  if (isLeaving) return null;
  return <SettingsSection before={back} title={text('teams.gone')} description={text('teams.gone_text')} />;
}

interface TeamCardsProps extends Omit<LeaveTeamCardProps, 'held'> {
  back: ReactNode;
}

function TeamCards({ user, team, back, onLeave }: TeamCardsProps) {
  const { config } = useStackApp().useProject();
  const { text } = useWords();
  const held = new Set(user.usePermissions(team).map(({ id }) => id));
  return (
    <SettingsSection
      before={back}
      title={
        <span className="lk-settings__team">
          <Avatar name={team.displayName} src={team.profileImageUrl} size="medium" shape="square" />
          {team.displayName}
        </span>
      }
      description={text('team.text')}
    >
      {held.has('$update_team') ? <TeamProfileCard team={team} /> : null}
      <TeamAppearanceCard user={user} team={team} />
      {held.has('$read_members') ? (
        <TeamMembersCard user={user} team={team} mayRemove={held.has('$remove_members')} />
      ) : null}
      {held.has('$invite_members') ? <TeamInvitationsCard team={team} /> : null}
      {config.allowTeamApiKeys && held.has('$manage_api_keys') ? (
        <div className="lk-settings__keys">
          <ApiKeys owner={team} level={2} />
        </div>
      ) : null}
      <LeaveTeamCard user={user} team={team} held={held} onLeave={onLeave} />
    </SettingsSection>
  );
}
