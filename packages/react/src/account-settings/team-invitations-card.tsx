'use client';
import type { SentTeamInvitation, Team } from '@latchkey/js';
import { Button, RelativeTime, useAnnounce } from '@latchkey/ui';
import { useNow } from '../time/use-now.ts';
import { Form, type FormFields } from '../forms/form.tsx';
import { FormTextField } from '../forms/form-text-field.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { holdFocus } from '../forms/hold-focus.ts';
import { ProblemNotice } from '../forms/problem-notice.tsx';
import { useAction } from '../forms/use-action.ts';
import { useWords } from '../words/use-words.ts';
import { SettingsCard } from './settings-card.tsx';

/** Invites people to a team, and shows who has yet to answer. */
export function TeamInvitationsCard({ team }: { team: Team }) {
  const { text } = useWords();
  const announce = useAnnounce();
  const invitations = team.useInvitations();
  const now = useNow();
  const action = useAction();
  const invite = async (field: FormFields, form: HTMLFormElement) => {
    if (!(await action.run(() => team.inviteUser({ email: field('email') })))) return;
    announce(text('team.invited', { email: field('email') }));
    form.reset();
  };
  return (
    <SettingsCard flush title={text('team.invite')} description={text('team.invite_text')}>
      <Form action={action} onSubmit={(field, form) => void invite(field, form)} className="lk-list__form">
        <FormTextField name="email" type="email" label={text('auth.email')} autoComplete="off" required />
        <SubmitButton>{text('team.send_invitation')}</SubmitButton>
      </Form>
      {invitations.length === 0 ? null : (
        <ul className="lk-list" aria-label={text('team.open_invitations')}>
          {invitations.map((invitation) => (
            <InvitationRow key={invitation.id} invitation={invitation} now={now} />
          ))}
        </ul>
      )}
    </SettingsCard>
  );
}

function InvitationRow({ invitation, now }: { invitation: SentTeamInvitation; now: Date }) {
  const { text, rich, language } = useWords();
  const announce = useAnnounce();
  const { isBusy, problem, run } = useAction();
  const withdraw = async () => {
    const restoreFocus = holdFocus();
    if (!(await run(() => invitation.revoke()))) return;
    announce(text('team.withdrawn'));
    restoreFocus();
  };
  const time = <RelativeTime date={invitation.expiresAt} now={now} locale={language} />;
  return (
    <li className="lk-list__row">
      <span className="lk-list__name">
        {invitation.recipientEmail}
        <span className="lk-list__detail">{rich('team.invitation_expires', { time })}</span>
      </span>
      <Button
        size="small"
        busy={isBusy}
        label={text('team.withdraw_invitation', { email: invitation.recipientEmail })}
        onClick={() => void withdraw()}
      >
        {text('team.withdraw')}
      </Button>
      <ProblemNotice problem={problem} className="lk-list__whole" />
    </li>
  );
}
