import { Notice, Skeleton } from '@latchkey/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Page } from '../page/page.tsx';
import { useProject } from '../project/use-project.ts';
import { installationQuery } from '../session/installation-query.ts';
import { connectionKeysOf } from './connection-keys.ts';
import { ConnectionSteps } from './connection-steps.tsx';
import { FirstRequest } from './first-request.tsx';
import { MakeKeys } from './make-keys.tsx';

/** What to paste into an application, once, and whether it has called. */
export function ConnectPage() {
  const project = useProject();
  const [keys, setKeys] = useState(() => connectionKeysOf(project.id));
  const { data: installation, isError } = useQuery(installationQuery);
  return (
    <Page
      title="Connect your application"
      description={`What an application needs to reach ${project.displayName}: four lines of its environment, and a few of code.`}
      width="reading"
    >
      <FirstRequest project={project} />
      {keys === undefined ? (
        <MakeKeys project={project} onMade={setKeys} />
      ) : (
        <Notice title="The keys below are shown this once">
          They stay on this page until it is closed or loaded again. The server keeps a fingerprint of them, and cannot
          show them to anybody.
        </Notice>
      )}
      {installation === undefined && !isError ? (
        <Skeleton lines={8} />
      ) : (
        <ConnectionSteps
          connection={{
            url: installation?.url ?? location.origin,
            projectId: project.id,
            keys,
            allowsUserApiKeys: project.config.allowUserApiKeys,
          }}
        />
      )}
    </Page>
  );
}
