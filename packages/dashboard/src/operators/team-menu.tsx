import { FormDialog, FormTextField } from '@latchkey/react/forms';
import { Icon, Menu, useToast } from '@latchkey/ui';
import { useState } from 'react';
import { type TeamView, useRefreshOperators } from './use-team.ts';
import { whyTeamStays } from './why-not.ts';

/** What can be done to a team as a whole. */
export function TeamMenu({ view }: { view: TeamView }) {
  const { team, held } = view;
  const [asked, setAsked] = useState<'rename' | 'delete' | null>(null);
  const reason = whyTeamStays(view);
  if (!held.has('$update_team') && !held.has('$delete_team')) return null;
  return (
    <>
      <Menu
        label={`Actions for ${team.displayName}`}
        items={[
          {
            label: 'Rename',
            icon: <Icon name="pencil" />,
            disabled: !held.has('$update_team'),
            onSelect: () => setAsked('rename'),
          },
          {
            label: 'Delete',
            detail: reason === null ? undefined : 'owns projects',
            icon: <Icon name="trash" />,
            tone: 'danger',
            disabled: !held.has('$delete_team') || reason !== null,
            onSelect: () => setAsked('delete'),
          },
        ]}
      />
      {asked === 'rename' ? <RenameTeamDialog view={view} onClose={() => setAsked(null)} /> : null}
      {asked === 'delete' ? <DeleteTeamDialog view={view} onClose={() => setAsked(null)} /> : null}
    </>
  );
}

function RenameTeamDialog({ view: { team }, onClose }: { view: TeamView; onClose: () => void }) {
  const refresh = useRefreshOperators();
  return (
    <FormDialog
      open
      onClose={onClose}
      title={`Rename ${team.displayName}`}
      submitLabel="Rename"
      doneText="Renamed."
      onSubmit={async (fields) => {
        await team.update({ displayName: fields('name') });
        await refresh();
      }}
    >
      <FormTextField
        name="name"
        label="Name"
        required
        maxLength={256}
        autoComplete="off"
        defaultValue={team.displayName}
      />
    </FormDialog>
  );
}

function DeleteTeamDialog({ view: { team }, onClose }: { view: TeamView; onClose: () => void }) {
  const refresh = useRefreshOperators();
  const toast = useToast();
  return (
    <FormDialog
      open
      onClose={onClose}
      tone="danger"
      title={`Delete ${team.displayName}?`}
      description="It owns no project, so nothing stops working. Its invitations do, and its members stay operators."
      submitLabel="Delete"
      onSubmit={async () => {
        await team.delete();
        await refresh();
        toast({ text: `${team.displayName} was deleted.`, tone: 'good' });
      }}
    />
  );
}
