import { FormDialog } from '@latchkey/react/forms';
import { Button, Card, useToast } from '@latchkey/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { overviewQuery } from '../../overview/overview-query.ts';
import { TypedConfirmation } from '../../page/typed-confirmation.tsx';
import { useProject } from '../../project/use-project.ts';
import { describeLoss } from './describe-loss.ts';

/** What cannot be undone. */
export function DeleteCard() {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Card
      title="Delete the project"
      description="With everything in it: users, teams, keys, mails. Nothing of it can be brought back."
      actions={
        <Button variant="danger" onClick={() => setIsOpen(true)}>
          Delete project
        </Button>
      }
      className="danger-card"
    >
      {isOpen ? <DeleteDialog onClose={() => setIsOpen(false)} /> : null}
    </Card>
  );
}

function DeleteDialog({ onClose }: { onClose: () => void }) {
  const project = useProject();
  const { data: overview } = useQuery(overviewQuery(project.app));
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const toast = useToast();
  const remove = async () => {
    await project.delete();
    // The list of projects shows it until it is read anew; nothing is asked of it meanwhile.
    queryClient.setQueryDefaults([project.id], { enabled: false });
    // Away from its pages first: they would find it missing.
    await navigate({ to: '/' });
    queryClient.removeQueries({ queryKey: [project.id] });
    await queryClient.invalidateQueries({ queryKey: ['owned-projects'] });
    toast({ text: `${project.displayName} was deleted.`, tone: 'good' });
  };
  return (
    <FormDialog
      open
      onClose={onClose}
      tone="danger"
      title={`Delete ${project.displayName}?`}
      description={overview === undefined ? 'Counting what is lost…' : describeLoss(overview)}
      submitLabel="Delete project"
      onSubmit={remove}
    >
      <TypedConfirmation text={project.displayName} />
    </FormDialog>
  );
}
