import type { ServerTeam } from '@latchkey/react';
import { FormDialog, FormTextField } from '@latchkey/react/forms';
import { useProject } from '../project/use-project.ts';
import { useRefreshProject } from '../project/use-refresh-project.ts';

export interface InviteDialogProps {
  team: ServerTeam;
  open: boolean;
  onClose: () => void;
}

/** Mails an invitation, whose link leads to the application. */
export function InviteDialog({ team, open, onClose }: InviteDialogProps) {
  const refresh = useRefreshProject();
  const { config } = useProject();
  return (
    <FormDialog
      open={open}
      onClose={onClose}
      title={`Invite to ${team.displayName}`}
      submitLabel="Send invitation"
      doneText="The invitation was sent."
      onSubmit={async (field) => {
        await team.inviteUser({ email: field('email'), callbackUrl: field('callbackUrl') });
        await refresh();
      }}
    >
      <FormTextField name="email" type="email" label="Address" required autoComplete="off" />
      <FormTextField
        name="callbackUrl"
        type="url"
        label="Where the link leads"
        hint="The page of your application that takes invitations, on a domain that the project trusts."
        defaultValue={invitationPage(config.domains[0])}
        required
        autoComplete="off"
      />
    </FormDialog>
  );
}

/** Where the SDK's own page for invitations is. */
function invitationPage(domain: { domain: string; handlerPath: string } | undefined): string {
  const { domain: origin, handlerPath } = domain ?? { domain: 'http://localhost:3000', handlerPath: '/handler' };
  return `${origin.replace(/\/$/, '')}${handlerPath.replace(/\/$/, '')}/team-invitation`;
}
