import type { ServerUser } from '@latchkey/react';
import { Tag } from '@latchkey/ui';

/** What is unusual about a user. */
export function UserState({ user }: { user: ServerUser }) {
  const { restrictedByAdmin, isAnonymous, primaryEmail, primaryEmailVerified } = user;
  return (
    <>
      {restrictedByAdmin ? <Tag tone="bad">Restricted</Tag> : null}
      {isAnonymous ? <Tag>Anonymous</Tag> : null}
      {primaryEmail !== null && !primaryEmailVerified ? <Tag tone="warn">Unverified</Tag> : null}
    </>
  );
}
