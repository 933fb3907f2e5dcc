'use client';
import { PageHeader } from '@latchkey/ui';
import { type ReactNode, use } from 'react';
import { FullPageContext } from '../pages/full-page.ts';

export interface SettingsSectionProps {
  title: ReactNode;
  /** One sentence: what this section is for. */
  description?: ReactNode;
  actions?: ReactNode;
  /** The way back, where the section lies inside another one. */
  before?: ReactNode;
  children?: ReactNode;
}

/** One section of the settings: its title, one sentence, and cards. */
export function SettingsSection({ title, description, actions, before, children }: SettingsSectionProps) {
  const level = use(FullPageContext) ? 1 : 2;
  return (
    <div className="lk-settings__section">
      {before}
      <PageHeader title={title} level={level} description={description} actions={actions} />
      <div className="lk-stack">{children}</div>
    </div>
  );
}
