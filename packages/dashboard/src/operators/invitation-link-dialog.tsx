import type { OperatorInvitation, Team } from '@latchkey/react';
import { Button, CodeBlock, Dialog } from '@latchkey/ui';
import { Moment } from '../page/moment.tsx';

export interface InvitationLinkDialogProps {
  team: Team;
  invitation: OperatorInvitation;
  onClose: () => void;
}

/** The link of an invitation, this once. The code is in the fragment, which browsers send to no server. */
export function InvitationLinkDialog({ team, invitation, onClose }: InvitationLinkDialogProps) {
  const link = `${location.origin}/join#code=${invitation.code}`;
  return (
    <Dialog
      open
      onClose={onClose}
      closable={false}
      title="Copy the link now"
      description={
        <>
          It is shown this once. The first person who opens it joins {team.displayName}, whoever that is, so hand it
          over where nobody else reads along. It works until it is used, or expires:{' '}
          <Moment date={invitation.expiresAt} />.
        </>
      }
      footer={
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <CodeBlock variant="key" label="Link of the invitation" code={link} copyLabel="Copy" copiedLabel="Copied" />
    </Dialog>
  );
}
