'use client';
import type { CurrentUser, ReceivedTeamInvitation } from '@latchkey/js';
import { Avatar, Button, EmptyState, Icon, useAnnounce } from '@latchkey/ui';
import { useState } from 'react';
import { CreateTeamDialog } from '../account/create-team-dialog.tsx';
import { holdFocus } from '../forms/hold-focus.ts';
import { ProblemNotice } from '../forms/problem-notice.tsx';
import { useAction } from '../forms/use-action.ts';
import { useStackApp } from '../hooks/use-stack-app.ts';
import { useWords } from '../words/use-words.ts';
import { SettingsCard } from './settings-card.tsx';
import { SettingsSection } from './settings-section.tsx';

/** The user's teams, and the invitations to others. */
export function TeamsSection({ user }: { user: CurrentUser }) {
  const { config } = useStackApp().useProject();
  const { text } = useWords();
  const teams = user.useTeams();
  const invitations = user.useTeamInvitations();
  const [isCreating, setIsCreating] = useState(false);
  const create = config.clientTeamCreationEnabled ? (
    <Button onClick={() => setIsCreating(true)}>{text('account.create_team')}</Button>
  ) : undefined;
  return (
    <SettingsSection
      title={text('settings.teams')}
      description={text('teams.text')}
      actions={teams.length > 0 ? create : undefined}
    >
      {invitations.length > 0 ? (
        <SettingsCard flush title={text('teams.invitations')}>
          <ul className="lk-list">
            {invitations.map((invitation) => (
              <InvitationRow key={invitation.id} invitation={invitation} />
            ))}
          </ul>
        </SettingsCard>
      ) : null}
      <SettingsCard flush>
        {teams.length === 0 ? (
          <EmptyState icon={<Icon name="team" size={24} />} title={text('account.no_teams_yet')} action={create}>
            {text(create === undefined ? 'teams.empty_wait' : 'teams.empty_create')}
          </EmptyState>
        ) : (
          <ul className="lk-list">
            {teams.map((team) => (
              <li key={team.id}>
                <a className="lk-list__row lk-list__row--link" href={`#team-${team.id}`}>
                  <Avatar name={team.displayName} src={team.profileImageUrl} size="medium" shape="square" />
                  <span className="lk-list__name">{team.displayName}</span>
                  <Icon name="chevron-end" />
                </a>
              </li>
            ))}
          </ul>
        )}
      </SettingsCard>
      <CreateTeamDialog
        user={user}
        open={isCreating}
        onClose={() => setIsCreating(false)}
        onCreated={(team) => location.assign(`#team-${team.id}`)}
      />
    </SettingsSection>
  );
}

function InvitationRow({ invitation }: { invitation: ReceivedTeamInvitation }) {
  const { text } = useWords();
  const announce = useAnnounce();
  const { isBusy, problem, run } = useAction();
  const team = invitation.teamDisplayName;
  const accept = async () => {
    const restoreFocus = holdFocus();
    if (!(await run(() => invitation.accept()))) return;
    announce(text('invite.joined_title', { team }));
    restoreFocus();
  };
  return (
    <li className="lk-list__row">
      <Avatar name={team} size="medium" shape="square" />
      <span className="lk-list__name">
        {team}
        <span className="lk-list__detail">{text('teams.invited_as', { email: invitation.recipientEmail })}</span>
      </span>
      <Button size="small" variant="primary" busy={isBusy} onClick={() => void accept()}>
        {text('invite.accept')}
      </Button>
      <ProblemNotice problem={problem} className="lk-list__whole" />
    </li>
  );
}
