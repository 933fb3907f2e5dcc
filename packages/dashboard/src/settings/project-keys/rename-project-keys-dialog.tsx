import type { InternalApiKey } from '@latchkey/react';
import { FormDialog, FormTextField } from '@latchkey/react/forms';
import { useRefreshProject } from '../../project/use-refresh-project.ts';

/** Asks for another name of a set of project keys. */
export function RenameProjectKeysDialog({ set, onClose }: { set: InternalApiKey; onClose: () => void }) {
  const refresh = useRefreshProject();
  return (
    <FormDialog
      open
      onClose={onClose}
      title="Rename project keys"
      description="The keys stay as they are."
      submitLabel="Rename"
      doneText="Renamed."
      onSubmit={async (fields) => {
        await set.update({ description: fields('name') });
        await refresh();
      }}
    >
      <FormTextField
        name="name"
        label="Name"
        required
        maxLength={256}
        autoComplete="off"
        defaultValue={set.description}
      />
    </FormDialog>
  );
}
