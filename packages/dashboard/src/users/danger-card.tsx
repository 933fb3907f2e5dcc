import type { ServerUser } from '@latchkey/react';
import { Button, Card } from '@latchkey/ui';
import { useState } from 'react';
import { Choice } from '../page/choice.tsx';
import { DeleteUserDialog } from './delete-user-dialog.tsx';
import { LiftRestrictionDialog } from './lift-restriction-dialog.tsx';
import { RestrictDialog } from './restrict-dialog.tsx';
import { SetPasswordDialog } from './set-password-dialog.tsx';

/** What cuts a user off. Each says in numbers what stops working before it asks. */
export function DangerCard({ user }: { user: ServerUser }) {
  const [asked, setAsked] = useState<'password' | 'restrict' | 'lift' | 'delete' | null>(null);
  const close = () => setAsked(null);
  return (
    <Card flush title="Access">
      <Choice
        title="Password"
        text={
          user.hasPassword
            ? 'A new one ends their sessions. API keys keep working.'
            : 'They have none. Setting one lets them sign in.'
        }
        button={<Button onClick={() => setAsked('password')}>Set password</Button>}
      />
      <Choice
        title={user.restrictedByAdmin ? 'Restricted' : 'Restrict'}
        text={
          user.restrictedByAdmin
            ? 'They cannot sign in, and their API keys are refused, until you lift it.'
            : 'They cannot sign in, and their API keys are refused, until you lift it. Nothing is lost.'
        }
        button={
          <Button onClick={() => setAsked(user.restrictedByAdmin ? 'lift' : 'restrict')}>
            {user.restrictedByAdmin ? 'Lift restriction' : 'Restrict'}
          </Button>
        }
      />
      <Choice
        title="Delete"
        text="The user with all that is theirs is gone for good: keys, sessions, addresses, memberships."
        button={
          <Button variant="danger" onClick={() => setAsked('delete')}>
            Delete user
          </Button>
        }
      />
      <SetPasswordDialog user={user} open={asked === 'password'} onClose={close} />
      <RestrictDialog user={user} open={asked === 'restrict'} onClose={close} />
      <LiftRestrictionDialog user={user} open={asked === 'lift'} onClose={close} />
      <DeleteUserDialog user={user} open={asked === 'delete'} onClose={close} />
    </Card>
  );
}
