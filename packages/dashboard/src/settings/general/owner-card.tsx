import { ownedProjects, type Team } from '@latchkey/react';
import { FormDialog } from '@latchkey/react/forms';
import { Button, Card, SelectField, useToast } from '@latchkey/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useProject } from '../../project/use-project.ts';
import { operatorTeamsQuery } from '../../operators/operator-teams-query.ts';
import { useOperator } from '../../session/use-operator.ts';

/** Which team administers the project, and the way to another. */
export function OwnerCard() {
  const { ownerTeamId } = useProject();
  const { data: teams = [] } = useQuery(operatorTeamsQuery(useOperator()));
  const [isOpen, setIsOpen] = useState(false);
  const owner = teams.find(({ id }) => id === ownerTeamId);
  const others = teams.filter(({ id }) => id !== ownerTeamId);
  return (
    <Card
      title="Owner"
      description={
        <>
          Every member of {owner ? <strong>{owner.displayName}</strong> : 'the owning team'} administers this project.{' '}
          <Link to="/operators">See its members</Link>
        </>
      }
      actions={others.length > 0 ? <Button onClick={() => setIsOpen(true)}>Hand over to another team</Button> : null}
    >
      {others.length > 0 ? null : (
        <p className="lk-muted">To hand it over, be a member of another team: create one among the operators.</p>
      )}
      {isOpen ? <TransferDialog teams={others} onClose={() => setIsOpen(false)} /> : null}
    </Card>
  );
}

function TransferDialog({ teams, onClose }: { teams: readonly Team[]; onClose: () => void }) {
  const project = useProject();
  const operator = useOperator();
  const queryClient = useQueryClient();
  const toast = useToast();
  const [teamId, setTeamId] = useState(teams[0]?.id ?? '');
  const transfer = async () => {
    await ownedProjects(operator).transfer(project.id, teamId);
    await queryClient.invalidateQueries({ queryKey: ['owned-projects'] });
    const team = teams.find(({ id }) => id === teamId);
    toast({ text: `The project is now owned by ${team?.displayName ?? 'the other team'}.`, tone: 'good' });
  };
  return (
    <FormDialog
      open
      onClose={onClose}
      title={`Hand ${project.displayName} over?`}
      description="Members of the new team administer it at once. Members of the present team who are not in the new one lose it at once. Keys and users stay as they are."
      submitLabel="Hand over"
      onSubmit={transfer}
    >
      <SelectField label="New owner" value={teamId} onChange={(event) => setTeamId(event.target.value)}>
        {teams.map(({ id, displayName }) => (
          <option key={id} value={id}>
            {displayName}
          </option>
        ))}
      </SelectField>
    </FormDialog>
  );
}
