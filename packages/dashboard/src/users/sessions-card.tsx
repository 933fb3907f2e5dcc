import type { ActiveSession, ServerUser } from '@latchkey/react';
import { FormDialog, ProblemNotice, useAction } from '@latchkey/react/forms';
import { Button, Card, EmptyState, Icon, Tag, useAnnounce } from '@latchkey/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { countOf } from '../figures/count-of.ts';
import { ListFailure } from '../lists/list-failure.tsx';
import { ListLoading } from '../lists/list-loading.tsx';
import { Moment } from '../page/moment.tsx';
import { useAdminApp } from '../project/use-project.ts';
import { useRefreshProject } from '../project/use-refresh-project.ts';

/** Where a user is signed in. */
export function SessionsCard({ user }: { user: ServerUser }) {
  const { projectId } = useAdminApp();
  const refresh = useRefreshProject();
  const [isEndingAll, setIsEndingAll] = useState(false);
  const query = useQuery({
    queryKey: [projectId, 'user', user.id, 'sessions'],
    queryFn: () => user.getActiveSessions(),
  });
  const { data: sessions } = query;
  const count = sessions?.length ?? 0;
  return (
    <Card
      flush
      title="Sessions"
      description="Where they are signed in. An ended session is refused at once. API keys are not sessions: they keep working."
      actions={count > 1 ? <Button onClick={() => setIsEndingAll(true)}>End all</Button> : null}
    >
      <ListFailure noun="sessions" query={query} />
      {sessions === undefined && !query.isError ? <ListLoading noun="sessions" lines={3} /> : null}
      {sessions?.length === 0 ? <EmptyState title="Not signed in anywhere" /> : null}
      {count > 0 ? (
        <ul>
          {sessions?.map((session) => (
            <SessionLine key={session.id} user={user} session={session} />
          ))}
        </ul>
      ) : null}
      <FormDialog
        tone="danger"
        open={isEndingAll}
        onClose={() => setIsEndingAll(false)}
        title={`End ${countOf(count, 'session')}?`}
        description="They are signed out everywhere, and have to sign in again. API keys keep working."
        submitLabel="End all sessions"
        doneText="All sessions have ended."
        onSubmit={async () => {
          await Promise.all(sessions?.map(({ id }) => user.revokeSession(id)) ?? []);
          await refresh();
        }}
      />
    </Card>
  );
}

function SessionLine({ user, session }: { user: ServerUser; session: ActiveSession }) {
  const refresh = useRefreshProject();
  const announce = useAnnounce();
  const { isBusy, problem, run } = useAction();
  const end = async () => {
    const done = await run(async () => {
      await user.revokeSession(session.id);
      await refresh();
    });
    if (done) announce('The session has ended.');
  };
  return (
    <li className="choices__line">
      <Icon name={session.isImpersonation ? 'eye' : 'device'} />
      <span className="choices__text">
        <span className="choices__title">
          {session.isImpersonation ? 'An operator, as this user' : 'A browser or a device'}
          {session.isImpersonation ? <Tag tone="warn">Impersonation</Tag> : null}
        </span>
        <span className="lk-muted">
          Signed in <Moment date={session.createdAt} />, last used <Moment date={session.lastUsedAt} />
        </span>
      </span>
      <Button size="small" busy={isBusy} onClick={() => void end()}>
        End session
      </Button>
      <ProblemNotice problem={problem} className="choices__problem" />
    </li>
  );
}
