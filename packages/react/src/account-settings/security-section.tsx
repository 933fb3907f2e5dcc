'use client';
import type { CurrentUser } from '@latchkey/js';
import { useStackApp } from '../hooks/use-stack-app.ts';
import { useWords } from '../words/use-words.ts';
import { AddressesCard } from './addresses-card.tsx';
import { PasswordCard } from './password-card.tsx';
import { SettingsSection } from './settings-section.tsx';

/** Addresses and password: what it takes to sign in. */
export function SecuritySection({ user }: { user: CurrentUser }) {
  const { config } = useStackApp().useProject();
  const { text } = useWords();
  return (
    <SettingsSection title={text('settings.security')} description={text('security.text')}>
      <AddressesCard user={user} />
      {config.credentialEnabled ? <PasswordCard user={user} /> : null}
    </SettingsSection>
  );
}
