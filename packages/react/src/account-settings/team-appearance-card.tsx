'use client';
import type { CurrentUser, Team } from '@latchkey/js';
import { useWords } from '../words/use-words.ts';
import { NameForm } from './name-form.tsx';
import { PictureField } from './picture-field.tsx';
import { SettingsCard } from './settings-card.tsx';

/** How the user appears in one team. */
export function TeamAppearanceCard({ user, team }: { user: CurrentUser; team: Team }) {
  const { text } = useWords();
  const profile = user.useTeamProfile(team);
  const name = profile.displayName ?? user.displayName ?? user.primaryEmail ?? '';
  return (
    <SettingsCard title={text('team.appearance')} description={text('team.appearance_text')}>
      <div className="lk-stack">
        <PictureField
          name={name}
          src={profile.profileImageUrl}
          onChange={(profileImageUrl) => profile.update({ profileImageUrl })}
        />
        <NameForm
          label={text('team.own_name')}
          autoComplete="off"
          placeholder={user.displayName ?? ''}
          value={profile.displayName}
          onSave={(displayName) => profile.update({ displayName })}
        />
      </div>
    </SettingsCard>
  );
}
