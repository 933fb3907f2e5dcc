import { Button, EmptyState, Icon, Notice, Skeleton } from '@latchkey/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Page } from '../page/page.tsx';
import { useOperator } from '../session/use-operator.ts';
import { CreateTeamDialog } from './create-team-dialog.tsx';
import { operatorTeamsQuery } from './operator-teams-query.ts';
import { TeamCard } from './team-card.tsx';

/** Who administers which projects. */
export function OperatorsPage() {
  const operator = useOperator();
  const { data: teams, isError, refetch } = useQuery(operatorTeamsQuery(operator));
  const [isCreating, setIsCreating] = useState(false);
  return (
    <Page
      title="Operators"
      description="Projects belong to teams, and every member of a team administers its projects."
      actions={
        <Button icon={<Icon name="plus" />} onClick={() => setIsCreating(true)}>
          New team
        </Button>
      }
    >
      {teams === undefined && isError ? (
        <Notice
          tone="bad"
          title="Your teams could not be read"
          action={<Button onClick={() => void refetch()}>Try again</Button>}
        />
      ) : null}
      {teams === undefined && !isError ? <Skeleton shape="row" lines={6} /> : null}
      {teams?.length === 0 ? (
        <EmptyState icon={<Icon name="team" />} title="You are in no team">
          Create one to have projects of your own, or ask another operator to invite you to theirs.
        </EmptyState>
      ) : null}
      {teams?.map((team) => (
        <TeamCard key={team.id} team={team} />
      ))}
      {isCreating ? <CreateTeamDialog onClose={() => setIsCreating(false)} /> : null}
    </Page>
  );
}
