'use client';
import type { CurrentUser } from '@latchkey/js';
import { useWords } from '../words/use-words.ts';
import { NameForm } from './name-form.tsx';
import { PictureField } from './picture-field.tsx';
import { SettingsCard } from './settings-card.tsx';
import { SettingsSection } from './settings-section.tsx';

/** Name and picture. */
export function ProfileSection({ user }: { user: CurrentUser }) {
  const { text } = useWords();
  const name = user.displayName ?? user.primaryEmail ?? '';
  return (
    <SettingsSection title={text('settings.profile')} description={text('profile.text')}>
      <SettingsCard>
        <div className="lk-stack">
          <PictureField
            name={name}
            src={user.profileImageUrl}
            onChange={(profileImageUrl) => user.update({ profileImageUrl })}
          />
          <NameForm
            label={text('profile.name')}
            hint={text('profile.name_hint')}
            autoComplete="name"
            value={user.displayName}
            onSave={(displayName) => user.setDisplayName(displayName)}
          />
        </div>
      </SettingsCard>
    </SettingsSection>
  );
}
