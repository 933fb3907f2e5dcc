import { ProblemNotice, useAction } from '@latchkey/react/forms';
import { Button, CodeBlock, CopyButton, Dialog, Notice, useAnnounce } from '@latchkey/ui';
import { useState } from 'react';
import { nameOfUser } from '../api-keys/name-of-user.ts';
import { useProject } from '../project/use-project.ts';
import { useRefreshProject } from '../project/use-refresh-project.ts';
import { consoleSnippet, impersonate, type Impersonation } from './impersonation.ts';
import type { UserDialogProps } from './user-dialog-props.ts';

/** Signs an operator in as a user for a while, so that everybody can see that it happened. */
export function ImpersonateDialog({ open, ...props }: UserDialogProps) {
  return open ? <OpenDialog {...props} /> : null;
}

function OpenDialog({ user, onClose }: Omit<UserDialogProps, 'open'>) {
  const refresh = useRefreshProject();
  const action = useAction();
  const announce = useAnnounce();
  const [session, setSession] = useState<Impersonation | null>(null);
  const name = nameOfUser(user);
  const begin = async () => {
    const done = await action.run(async () => {
      setSession(await impersonate(user));
      await refresh();
    });
    if (done) announce('The session has begun. Copy the snippet.');
  };
  return (
    <Dialog
      open
      onClose={onClose}
      closable={!action.isBusy && session === null}
      title={session === null ? `Impersonate ${name}?` : `A session of ${name}`}
      description={session === null ? 'See your application as they do, to help them.' : undefined}
      footer={
        session === null ? (
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button variant="primary" busy={action.isBusy} onClick={() => void begin()}>
              Begin session
            </Button>
          </>
        ) : (
          <Button variant="primary" onClick={onClose}>
            Done
          </Button>
        )
      }
    >
      <ProblemNotice problem={action.problem} />
      {session === null ? <Explanation isRestricted={user.isRestricted} /> : <Tokens session={session} />}
    </Dialog>
  );
}

function Explanation({ isRestricted }: { isRestricted: boolean }) {
  return (
    <>
      <ul className="points">
        <li>The session is marked as an impersonation, and stands in the user’s list of sessions.</li>
        <li>It ends in an hour by itself. You can end it before, under Sessions.</li>
        <li>What you do in it counts as done by them.</li>
      </ul>
      {isRestricted ? (
        <Notice tone="warn">They are restricted: your application will treat this session accordingly.</Notice>
      ) : null}
    </>
  );
}

function Tokens({ session }: { session: Impersonation }) {
  const { id: projectId } = useProject();
  const { accessToken, refreshToken } = session;
  return (
    <>
      <p>
        Open your application in a private window, paste this into the browser’s console, and you are signed in there.
        It works where the SDK keeps its session in a cookie.
      </p>
      <CodeBlock
        code={consoleSnippet(projectId, session)}
        label="Snippet for the console"
        copyLabel="Copy snippet"
        copiedLabel="Snippet copied"
        className="impersonation__snippet"
      />
      <div className="lk-row">
        <CopyButton text={accessToken} label="Copy access token" copiedLabel="Access token copied" size="small" />
        <CopyButton text={refreshToken} label="Copy refresh token" copiedLabel="Refresh token copied" size="small" />
      </div>
      <Notice>Whoever has this is signed in as them. It is shown this once.</Notice>
    </>
  );
}
