'use client';
import type { Team } from '@latchkey/js';
import { useWords } from '../words/use-words.ts';
import { NameForm } from './name-form.tsx';
import { PictureField } from './picture-field.tsx';
import { SettingsCard } from './settings-card.tsx';

/** Name and picture of a team, for members who may change them. */
export function TeamProfileCard({ team }: { team: Team }) {
  const { text } = useWords();
  return (
    <SettingsCard title={text('team.profile')}>
      <div className="lk-stack">
        <PictureField
          name={team.displayName}
          src={team.profileImageUrl}
          shape="square"
          onChange={(profileImageUrl) => team.update({ profileImageUrl })}
        />
        <NameForm
          isRequired
          label={text('account.team_name')}
          autoComplete="off"
          value={team.displayName}
          onSave={(displayName) => team.update({ displayName })}
        />
      </div>
    </SettingsCard>
  );
}
