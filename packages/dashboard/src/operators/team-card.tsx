import type { Team } from '@latchkey/react';
import { describeError, useWords } from '@latchkey/react/forms';
import { Button, Card, Icon, Notice, Skeleton } from '@latchkey/ui';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { InviteDialog } from './invite-dialog.tsx';
import { TeamInvitations } from './team-invitations.tsx';
import { TeamMembers } from './team-members.tsx';
import { TeamMenu } from './team-menu.tsx';
import { type TeamView, useTeam } from './use-team.ts';

/** One team of operators: its projects, its members, and who may become one. */
export function TeamCard({ team }: { team: Team }) {
  const { view, error, refetch } = useTeam(team);
  const words = useWords();
  const [isInviting, setIsInviting] = useState(false);
  const mayInvite = view?.held.has('$invite_members') === true;
  return (
    <Card
      flush
      className="operators"
      title={team.displayName}
      description={view === undefined ? null : <Projects view={view} />}
      actions={
        view === undefined ? null : (
          <>
            {mayInvite ? (
              <Button
                icon={<Icon name="plus" />}
                label={`Invite to ${team.displayName}`}
                onClick={() => setIsInviting(true)}
              >
                Invite
              </Button>
            ) : null}
            <TeamMenu view={view} />
          </>
        )
      }
    >
      {view === undefined && error !== null ? (
        <Notice
          tone="bad"
          title="The team could not be read"
          action={<Button onClick={() => void refetch()}>Try again</Button>}
        >
          {describeError(words, error)}
        </Notice>
      ) : null}
      {view === undefined && error === null ? <Skeleton shape="row" lines={2} /> : null}
      {view === undefined ? null : <TeamMembers view={view} />}
      {view === undefined ? null : <TeamInvitations view={view} />}
      {isInviting ? <InviteDialog team={team} onClose={() => setIsInviting(false)} /> : null}
    </Card>
  );
}

function Projects({ view: { projects } }: { view: TeamView }) {
  if (projects.length === 0) return 'Owns no project yet.';
  return (
    <>
      Owns{' '}
      {projects.map(({ id, displayName }, index) => (
        <span key={id}>
          {index > 0 ? ', ' : ''}
          <Link to="/projects/$projectId" params={{ projectId: id }}>
            {displayName}
          </Link>
        </span>
      ))}
      .
    </>
  );
}
