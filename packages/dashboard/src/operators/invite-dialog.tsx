import { inviteOperatorByLink, type OperatorInvitation, type Team } from '@latchkey/react';
import { Form, FormTextField, ProblemNotice, SubmitButton, useAction } from '@latchkey/react/forms';
import { Button, Dialog, Notice, useToast } from '@latchkey/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { installationQuery } from '../session/installation-query.ts';
import { useOperator } from '../session/use-operator.ts';
import { InvitationLinkDialog } from './invitation-link-dialog.tsx';
import { useRefreshOperators } from './use-team.ts';

export interface InviteDialogProps {
  team: Team;
  onClose: () => void;
}

/** Invites another operator to a team: by mail, or by a link to hand over. */
export function InviteDialog({ team, onClose }: InviteDialogProps) {
  const operator = useOperator();
  const refresh = useRefreshOperators();
  const { data: installation } = useQuery(installationQuery);
  const action = useAction();
  const [invitation, setInvitation] = useState<OperatorInvitation | null>(null);
  const makeLink = () =>
    action.run(async () => {
      setInvitation(await inviteOperatorByLink(operator, team.id));
      await refresh();
    });
  if (invitation !== null) return <InvitationLinkDialog team={team} invitation={invitation} onClose={onClose} />;
  return (
    <Dialog
      open
      onClose={onClose}
      closable={!action.isBusy}
      title={`Invite to ${team.displayName}`}
      description="Whoever accepts becomes an operator, and administers all projects of the team at once."
    >
      <div className="lk-stack">
        {installation?.deliversMail === false ? (
          <Notice>This installation sends no mail, since no SMTP is set. Hand over a link instead.</Notice>
        ) : (
          <InviteByMail team={team} onClose={onClose} />
        )}
        <ProblemNotice problem={action.problem} />
        <div className="dialog-buttons">
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant={installation?.deliversMail === false ? 'primary' : 'secondary'}
            busy={action.isBusy}
            onClick={() => void makeLink()}
          >
            Make a link to copy
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function InviteByMail({ team, onClose }: InviteDialogProps) {
  const action = useAction();
  const refresh = useRefreshOperators();
  const toast = useToast();
  const invite = async (email: string) => {
    const worked = await action.run(async () => {
      await team.inviteUser({ email, callbackUrl: new URL('/join', location.origin).href });
      await refresh();
    });
    if (!worked) return;
    onClose();
    toast({ text: `The invitation is on its way to ${email}.`, tone: 'good' });
  };
  return (
    <Form action={action} label="Invite by mail" onSubmit={(fields) => void invite(fields('email'))}>
      <FormTextField type="email" name="email" label="Email" required autoComplete="off" />
      <div className="dialog-buttons">
        <SubmitButton>Invite by mail</SubmitButton>
      </div>
    </Form>
  );
}
