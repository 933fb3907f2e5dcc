import type { InternalApiKeyFirstView } from '@latchkey/react';
import { Form, FormTextField, SubmitButton, useAction } from '@latchkey/react/forms';
import { Button, Checkbox, Dialog, SelectField } from '@latchkey/ui';
import { useState } from 'react';
import { useAdminApp } from '../../project/use-project.ts';
import { useRefreshProject } from '../../project/use-refresh-project.ts';
import { NewProjectKeysDialog } from './new-project-keys-dialog.tsx';
import { projectKeyKinds } from './project-key-kinds.ts';

const lifetimes = [
  { days: 30, label: '30 days' },
  { days: 90, label: '90 days' },
  { days: 365, label: '1 year' },
  { days: 3_650, label: '10 years' },
];
const dayInMillis = 86_400_000;

/** Asks which project keys to make, and shows them once. */
export function CreateProjectKeysDialog({ onClose }: { onClose: () => void }) {
  const app = useAdminApp();
  const refresh = useRefreshProject();
  const action = useAction();
  const [created, setCreated] = useState<InternalApiKeyFirstView | null>(null);
  const [isChosen, setIsChosen] = useState({
    publishableClientKey: true,
    secretServerKey: true,
    superSecretAdminKey: false,
  });
  const create = (description: string, days: number) =>
    action.run(async () => {
      const set = await app.createInternalApiKey({
        description,
        expiresAt: new Date(Date.now() + days * dayInMillis),
        hasPublishableClientKey: isChosen.publishableClientKey,
        hasSecretServerKey: isChosen.secretServerKey,
        hasSuperSecretAdminKey: isChosen.superSecretAdminKey,
      });
      setCreated(set);
      await refresh();
    });
  if (created !== null) return <NewProjectKeysDialog keys={created} onClose={onClose} />;
  const hasNone = !Object.values(isChosen).includes(true);
  return (
    <Dialog open onClose={onClose} closable={!action.isBusy} title="Create project keys">
      <Form action={action} onSubmit={(fields) => void create(fields('name'), Number(fields('days')))}>
        <FormTextField name="name" label="Name" placeholder="Production" required maxLength={256} autoComplete="off" />
        <fieldset className="key-choice">
          <legend className="lk-field__label">Keys</legend>
          {projectKeyKinds.map(({ field, name, purpose }) => (
            <Checkbox
              key={field}
              label={name}
              hint={purpose}
              checked={isChosen[field]}
              onChange={({ target }) => setIsChosen({ ...isChosen, [field]: target.checked })}
            />
          ))}
        </fieldset>
        <SelectField name="days" label="Valid for" defaultValue="3650" hint="Create the next set before these expire.">
          {lifetimes.map(({ days, label }) => (
            <option key={days} value={days}>
              {label}
            </option>
          ))}
        </SelectField>
        <div className="dialog-buttons">
          <Button aria-disabled={action.isBusy} onClick={onClose}>
            Cancel
          </Button>
          {hasNone ? <Button aria-disabled>Choose a key</Button> : <SubmitButton>Create</SubmitButton>}
        </div>
      </Form>
    </Dialog>
  );
}
