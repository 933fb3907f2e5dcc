import type { ServerUser } from '@latchkey/react';
import { FormDialog, FormTextField } from '@latchkey/react/forms';
import { Button, Card } from '@latchkey/ui';
import { useState } from 'react';
import { CopyableId } from '../figures/copyable-id.tsx';
import { Fact } from '../figures/fact.tsx';
import { Moment } from '../page/moment.tsx';
import { useRefreshProject } from '../project/use-refresh-project.ts';

/** What is known of a user. */
export function UserFactsCard({ user }: { user: ServerUser }) {
  const [isRenaming, setIsRenaming] = useState(false);
  const refresh = useRefreshProject();
  return (
    <Card title="Profile" actions={<Button onClick={() => setIsRenaming(true)}>Change name</Button>}>
      <dl className="facts">
        <Fact label="Name">{user.displayName ?? <span className="lk-faint">none</span>}</Fact>
        <Fact label="Signs in with">{waysIn(user)}</Fact>
        <Fact label="Signed up">
          <Moment date={user.signedUpAt} />
        </Fact>
        <Fact label="Last active">
          <Moment date={user.lastActiveAt} />
        </Fact>
        {user.countryCode === null ? null : <Fact label="Country">{user.countryCode}</Fact>}
        <Fact label="Id">
          <CopyableId id={user.id} />
        </Fact>
      </dl>
      <FormDialog
        open={isRenaming}
        onClose={() => setIsRenaming(false)}
        title="Change name"
        submitLabel="Save"
        doneText="The name was changed."
        onSubmit={async (field) => {
          await user.update({ displayName: field('name') || null });
          await refresh();
        }}
      >
        <FormTextField
          name="name"
          label="Name"
          defaultValue={user.displayName ?? ''}
          maxLength={256}
          autoComplete="off"
        />
      </FormDialog>
    </Card>
  );
}

function waysIn({ hasPassword, otpAuthEnabled, passkeyAuthEnabled, oauthProviders, isAnonymous }: ServerUser): string {
  const ways = [
    ...(hasPassword ? ['a password'] : []),
    ...(otpAuthEnabled ? ['links by mail'] : []),
    ...(passkeyAuthEnabled ? ['a passkey'] : []),
    ...oauthProviders.map(({ id }) => id),
  ];
  if (ways.length > 0) return ways.join(', ');
  return isAnonymous ? 'nothing: anonymous' : 'nothing yet: they can set a password by mail';
}
