'use client';
import type { CurrentUser } from '@latchkey/js';
import { Button } from '@latchkey/ui';
import { Suspense, useState } from 'react';
import { SignOutButton } from '../auth/sign-out-button.tsx';
import { FormDialog } from '../forms/form-dialog.tsx';
import { FormTextField } from '../forms/form-text-field.tsx';
import { useStackApp } from '../hooks/use-stack-app.ts';
import { useWords } from '../words/use-words.ts';
import { exactly } from './exactly.ts';
import { SettingsCard } from './settings-card.tsx';
import { SettingsSection } from './settings-section.tsx';

export interface AccountSectionProps {
  user: CurrentUser;
  /** The account is about to be deleted: nobody is to be asked to sign in again. */
  onLeave: () => void;
}

/** How to leave: for now, or for good. */
export function AccountSection({ user, onLeave }: AccountSectionProps) {
  const { config } = useStackApp().useProject();
  const { text } = useWords();
  return (
    <SettingsSection title={text('settings.account')} description={text('account.text')}>
      <SettingsCard title={text('auth.sign_out')} description={text('account.sign_out_text')}>
        <SignOutButton user={user} />
      </SettingsCard>
      {config.clientUserDeletionEnabled ? <DeleteCard user={user} onLeave={onLeave} /> : null}
    </SettingsSection>
  );
}

function DeleteCard({ user, onLeave }: AccountSectionProps) {
  const app = useStackApp();
  const { config } = app.useProject();
  const { text } = useWords();
  const [isAsking, setIsAsking] = useState(false);
  const word = user.primaryEmail ?? user.displayName ?? user.id;
  return (
    <SettingsCard title={text('account.delete')} description={text('account.delete_text')}>
      <Button onClick={() => setIsAsking(true)}>{text('account.delete')}</Button>
      <FormDialog
        tone="danger"
        open={isAsking}
        onClose={() => setIsAsking(false)}
        title={text('account.delete_title')}
        description={text('account.delete_warning')}
        submitLabel={text('account.delete')}
        doneText={text('account.deleted')}
        onSubmit={async () => {
          onLeave();
          await user.delete();
          app.redirectToAfterSignOut();
        }}
      >
        <ul className="lk-bullets">
          <Suspense>
            <SessionCount user={user} />
            {config.allowUserApiKeys ? <KeyCount user={user} /> : null}
            <TeamCount user={user} />
          </Suspense>
        </ul>
        <FormTextField
          name="confirmation"
          label={text('settings.type_to_confirm', { word })}
          autoComplete="off"
          required
          pattern={exactly(word)}
        />
      </FormDialog>
    </SettingsCard>
  );
}

function SessionCount({ user }: { user: CurrentUser }) {
  const count = user.useActiveSessions().length;
  return <li>{useWords().text('account.sessions_end', { count })}</li>;
}

function KeyCount({ user }: { user: CurrentUser }) {
  const count = user.useApiKeys().filter((key) => key.isValid()).length;
  return <li>{useWords().text('account.keys_stop', { count })}</li>;
}

function TeamCount({ user }: { user: CurrentUser }) {
  const { text } = useWords();
  const count = user.useTeams().length;
  return count === 0 ? null : <li>{text('account.teams_left', { count })}</li>;
}
