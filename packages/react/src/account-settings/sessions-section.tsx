'use client';
import type { ActiveSession, CurrentUser } from '@latchkey/js';
import { Button, Icon, RelativeTime, Tag, useAnnounce } from '@latchkey/ui';
import { useState } from 'react';
import { useNow } from '../time/use-now.ts';
import { FormDialog } from '../forms/form-dialog.tsx';
import { holdFocus } from '../forms/hold-focus.ts';
import { ProblemNotice } from '../forms/problem-notice.tsx';
import { useAction } from '../forms/use-action.ts';
import { useWords } from '../words/use-words.ts';
import { SettingsCard } from './settings-card.tsx';
import { SettingsSection } from './settings-section.tsx';

/** Where the user is signed in, and how to end that. */
export function SessionsSection({ user }: { user: CurrentUser }) {
  const { text } = useWords();
  const all = user.useActiveSessions();
  const now = useNow();
  const [isEndingAll, setIsEndingAll] = useState(false);
  const others = all.filter(({ isCurrentSession }) => !isCurrentSession);
  const sessions = [...all.filter(({ isCurrentSession }) => isCurrentSession), ...others];
  return (
    <SettingsSection
      title={text('settings.sessions')}
      description={text('sessions.text')}
      actions={
        others.length > 1 ? (
          <Button onClick={() => setIsEndingAll(true)}>{text('sessions.end_others')}</Button>
        ) : undefined
      }
    >
      <SettingsCard flush>
        <ul className="lk-list">
          {sessions.map((session) => (
            <SessionRow key={session.id} user={user} session={session} now={now} />
          ))}
        </ul>
      </SettingsCard>
      <FormDialog
        tone="danger"
        open={isEndingAll}
        onClose={() => setIsEndingAll(false)}
        title={text('sessions.end_others')}
        description={text('sessions.end_others_text', { count: others.length })}
        submitLabel={text('sessions.end_others')}
        doneText={text('sessions.ended')}
        onSubmit={async () => {
          await Promise.all(others.map(({ id }) => user.revokeSession(id)));
        }}
      />
    </SettingsSection>
  );
}

function SessionRow({ user, session, now }: { user: CurrentUser; session: ActiveSession; now: Date }) {
  const { text, rich, language } = useWords();
  const announce = useAnnounce();
  const { isBusy, problem, run } = useAction();
  const time = (date: Date) => <RelativeTime date={date} now={now} locale={language} />;
  const end = async () => {
    const restoreFocus = holdFocus();
    if (!(await run(() => user.revokeSession(session.id)))) return;
    announce(text('sessions.ended'));
    restoreFocus();
  };
  const name = session.isCurrentSession
    ? text('sessions.here')
    : text(session.isImpersonation ? 'sessions.impersonation' : 'sessions.elsewhere');
  return (
    <li className="lk-list__row">
      <Icon name="device" />
      <span className="lk-list__name">
        {name}
        <span className="lk-list__detail">
          {rich('sessions.times', { started: time(session.createdAt), used: time(session.lastUsedAt) })}
        </span>
      </span>
      {session.isCurrentSession ? (
        <Tag tone="good">{text('sessions.this_one')}</Tag>
      ) : (
        <Button size="small" busy={isBusy} onClick={() => void end()}>
          {text('sessions.end')}
        </Button>
      )}
      <ProblemNotice problem={problem} className="lk-list__whole" />
    </li>
  );
}
