import type { ServerUser } from '@latchkey/react';
import { Button, Notice } from '@latchkey/ui';
import { useState } from 'react';
import { LiftRestrictionDialog } from './lift-restriction-dialog.tsx';

/** Says that a user is kept out, why, and how to end that. */
export function RestrictionNotice({ user }: { user: ServerUser }) {
  const [isLifting, setIsLifting] = useState(false);
  const { restrictedByAdminReason: reason, restrictedByAdminPrivateDetails: details } = user;
  return (
    <>
      {user.restrictedByAdmin ? (
        <Notice
          tone="warn"
          title="Restricted: they cannot sign in, and their API keys are refused"
          action={<Button onClick={() => setIsLifting(true)}>Lift restriction</Button>}
        >
          {reason === null ? null : <p>Reason: {reason}</p>}
          {details === null ? null : <p>Private: {details}</p>}
        </Notice>
      ) : null}
      <LiftRestrictionDialog user={user} open={isLifting} onClose={() => setIsLifting(false)} />
    </>
  );
}
