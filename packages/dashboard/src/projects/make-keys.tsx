import type { AdminOwnedProject } from '@latchkey/react';
import { ProblemNotice, useAction } from '@latchkey/react/forms';
import { Button, Notice, useAnnounce } from '@latchkey/ui';
import { Link } from '@tanstack/react-router';
import { useRefreshProject } from '../project/use-refresh-project.ts';
import { type ConnectionKeys, makeConnectionKeys } from './connection-keys.ts';

export interface MakeKeysProps {
  project: AdminOwnedProject;
  onMade: (keys: ConnectionKeys) => void;
}

/** Offers another set of keys, since those that were made before cannot be shown again. */
export function MakeKeys({ project, onMade }: MakeKeysProps) {
  const action = useAction();
  const announce = useAnnounce();
  const refresh = useRefreshProject();
  const make = () =>
    action.run(async () => {
      onMade(await makeConnectionKeys(project));
      announce('The keys have been made, and stand in what to paste.');
      await refresh();
    });
  return (
    <>
      <ProblemNotice problem={action.problem} />
      <Notice
        title="The keys of this project cannot be shown again"
        action={
          <Button busy={action.isBusy} onClick={() => void make()}>
            Make a new set
          </Button>
        }
      >
        If you still have them, put them in the place of the dots. Else make a new set: those in use stay valid until
        you revoke them under{' '}
        <Link to="/projects/$projectId/project-keys" params={{ projectId: project.id }}>
          Project keys
        </Link>
        .
      </Notice>
    </>
  );
}
