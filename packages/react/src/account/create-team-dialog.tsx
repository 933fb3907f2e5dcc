'use client';
import type { CurrentUser, Team } from '@latchkey/js';
import { FormDialog } from '../forms/form-dialog.tsx';
import { FormTextField } from '../forms/form-text-field.tsx';
import { useWords } from '../words/use-words.ts';

export interface CreateTeamDialogProps {
  user: CurrentUser;
  open: boolean;
  onClose: () => void;
  onCreated: (team: Team) => void;
}

/** Creates a team with a name; the user is its first member. */
export function CreateTeamDialog({ user, open, onClose, onCreated }: CreateTeamDialogProps) {
  const { text } = useWords();
  return (
    <FormDialog
      open={open}
      onClose={onClose}
      title={text('account.create_team')}
      description={text('account.create_team_text')}
      submitLabel={text('account.create_team')}
      doneText={text('account.team_created')}
      onSubmit={async (field) => onCreated(await user.createTeam({ displayName: field('teamName') }))}
    >
      <FormTextField name="teamName" label={text('account.team_name')} autoComplete="off" maxLength={256} required />
    </FormDialog>
  );
}
