'use client';
import type { CurrentUser, Team } from '@latchkey/js';
import { Button } from '@latchkey/ui';
import { Suspense, useState } from 'react';
import { FormDialog } from '../forms/form-dialog.tsx';
import { FormTextField } from '../forms/form-text-field.tsx';
import { useStackApp } from '../hooks/use-stack-app.ts';
import { useWords } from '../words/use-words.ts';
import { exactly } from './exactly.ts';
import { SettingsCard } from './settings-card.tsx';

export interface LeaveTeamCardProps {
  user: CurrentUser;
  team: Team;
  /** The ids of the permissions that the user holds in the team. */
  held: ReadonlySet<string>;
  /** Does what takes the user out of the team, and goes on to the others. */
  onLeave: (work: () => Promise<void>) => Promise<void>;
}

/** The way out of a team; for members who may, also its end. */
export function LeaveTeamCard({ user, team, held, onLeave }: LeaveTeamCardProps) {
  const { text } = useWords();
  const [asking, setAsking] = useState<'leave' | 'delete' | null>(null);
  const close = () => setAsking(null);
  const name = team.displayName;
  return (
    <SettingsCard title={text('team.end')} description={text('team.end_text')}>
      <div className="lk-row">
        <Button onClick={() => setAsking('leave')}>{text('team.leave')}</Button>
        {held.has('$delete_team') ? <Button onClick={() => setAsking('delete')}>{text('team.delete')}</Button> : null}
      </div>
      <FormDialog
        tone="danger"
        open={asking === 'leave'}
        onClose={close}
        title={text('team.leave_title', { team: name })}
        description={text('team.leave_text')}
        submitLabel={text('team.leave')}
        doneText={text('team.left', { team: name })}
        onSubmit={() => onLeave(() => user.leaveTeam(team))}
      />
      <FormDialog
        tone="danger"
        open={asking === 'delete'}
        onClose={close}
        title={text('team.delete_title', { team: name })}
        description={text('team.delete_text')}
        submitLabel={text('team.delete')}
        doneText={text('team.deleted', { team: name })}
        onSubmit={() => onLeave(() => team.delete())}
      >
        <Consequences team={team} held={held} />
        <FormTextField
          name="confirmation"
          label={text('settings.type_to_confirm', { word: name })}
          autoComplete="off"
          required
          pattern={exactly(name)}
        />
      </FormDialog>
    </SettingsCard>
  );
}

/** What a deletion takes along, as far as the user may know it. */
function Consequences({ team, held }: Pick<LeaveTeamCardProps, 'team' | 'held'>) {
  const { config } = useStackApp().useProject();
  return (
    <ul className="lk-bullets">
      <Suspense>
        {held.has('$read_members') ? <MemberCount team={team} /> : null}
        {config.allowTeamApiKeys && held.has('$manage_api_keys') ? <KeyCount team={team} /> : null}
      </Suspense>
    </ul>
  );
}

function MemberCount({ team }: { team: Team }) {
  const count = team.useUsers().length;
  return <li>{useWords().text('team.members_out', { count })}</li>;
}

function KeyCount({ team }: { team: Team }) {
  const count = team.useApiKeys().filter((key) => key.isValid()).length;
  return <li>{useWords().text('account.keys_stop', { count })}</li>;
}
