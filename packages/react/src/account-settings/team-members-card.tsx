'use client';
import type { CurrentUser, Team, TeamUser } from '@latchkey/js';
import { Avatar, Button, Checkbox, Tag } from '@latchkey/ui';
import { useState } from 'react';
import { FormDialog } from '../forms/form-dialog.tsx';
import { useWords } from '../words/use-words.ts';
import { SettingsCard } from './settings-card.tsx';

export interface TeamMembersCardProps {
  user: CurrentUser;
  team: Team;
  /** Whether the user may take others out of the team. */
  mayRemove: boolean;
}

/** Who is in the team. */
export function TeamMembersCard({ user, team, mayRemove }: TeamMembersCardProps) {
  const { text, number } = useWords();
  const members = team.useUsers();
  const [leaving, setLeaving] = useState<TeamUser | null>(null);
  const ownName = user.displayName ?? user.primaryEmail;
  const nameOf = ({ id, teamProfile }: TeamUser) =>
    teamProfile.displayName ?? (id === user.id ? ownName : null) ?? text('account.unnamed');
  return (
    <SettingsCard
      flush
      title={
        <>
          {text('team.members')} <span className="lk-note lk-num">{number(members.length)}</span>
        </>
      }
    >
      <ul className="lk-list">
        {members.map((member) => (
          <li key={member.id} className="lk-list__row">
            <Avatar name={nameOf(member)} src={member.teamProfile.profileImageUrl} size="medium" />
            <span className="lk-list__name">{nameOf(member)}</span>
            {member.id === user.id ? <Tag>{text('team.you')}</Tag> : null}
            {mayRemove && member.id !== user.id ? (
              <Button
                size="small"
                label={text('team.remove_member', { name: nameOf(member) })}
                onClick={() => setLeaving(member)}
              >
                {text('team.remove')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <FormDialog
        tone="danger"
        open={leaving !== null}
        onClose={() => setLeaving(null)}
        title={text('team.remove_member', { name: leaving === null ? '' : nameOf(leaving) })}
        description={text('team.remove_text', { team: team.displayName })}
        submitLabel={text('team.remove')}
        doneText={text('team.removed')}
        onSubmit={async (field) => {
          if (leaving !== null) await team.removeUser(leaving.id, { revokeApiKeys: field('revokeApiKeys') === 'yes' });
        }}
      >
        <Checkbox
          name="revokeApiKeys"
          value="yes"
          label={text('team.revoke_their_keys')}
          hint={text('team.revoke_their_keys_hint')}
        />
      </FormDialog>
    </SettingsCard>
  );
}
