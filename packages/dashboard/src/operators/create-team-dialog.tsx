import { FormDialog, FormTextField } from '@latchkey/react/forms';
import { useToast } from '@latchkey/ui';
import { useOperator } from '../session/use-operator.ts';
import { useRefreshOperators } from './use-team.ts';

/** Asks for the name of a new team, whose first member the operator is. */
export function CreateTeamDialog({ onClose }: { onClose: () => void }) {
  const operator = useOperator();
  const refresh = useRefreshOperators();
  const toast = useToast();
  return (
    <FormDialog
      open
      onClose={onClose}
      title="New team"
      description="You are its first member. Give it a project, or invite others to it."
      submitLabel="Create"
      onSubmit={async (fields) => {
        const name = fields('name');
        await operator.createTeam({ displayName: name });
        await refresh();
        toast({ text: `${name} was created.`, tone: 'good' });
      }}
    >
      <FormTextField name="name" label="Name" required maxLength={256} autoComplete="off" />
    </FormDialog>
  );
}
