import type { InternalApiKeyFirstView } from '@latchkey/react';
import { Button, Checkbox, CodeBlock, Dialog } from '@latchkey/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useProject } from '../../project/use-project.ts';
import { installationQuery } from '../../session/installation-query.ts';
import { projectKeyKinds } from './project-key-kinds.ts';

/** The whole keys, this once, as the file that an application reads them from. */
export function NewProjectKeysDialog({ keys, onClose }: { keys: InternalApiKeyFirstView; onClose: () => void }) {
  const { id } = useProject();
  const { data: installation } = useQuery(installationQuery);
  const [isStored, setIsStored] = useState(false);
  const lines = [
    `STACK_API_URL=${installation?.url ?? location.origin}`,
    `STACK_PROJECT_ID=${id}`,
    ...projectKeyKinds.flatMap(({ field, variable }) =>
      keys[field] === undefined ? [] : [`${variable}=${keys[field]}`],
    ),
  ];
  return (
    <Dialog
      open
      onClose={onClose}
      closable={isStored}
      title="Copy the project keys now"
      description="They are shown this once: only a hash of them is kept. This is your application's file .env."
      footer={
        <Button variant="primary" aria-disabled={!isStored} onClick={onClose}>
          Done
        </Button>
      }
    >
      <div className="lk-stack">
        <CodeBlock variant="key" label="File .env" code={lines.join('\n')} copyLabel="Copy" copiedLabel="Copied" />
        <Checkbox
          label="I have stored them"
          checked={isStored}
          onChange={({ target }) => setIsStored(target.checked)}
        />
      </div>
    </Dialog>
  );
}
