import type { ServerUser } from '@latchkey/react';
import { AddressesCard } from './addresses-card.tsx';
import { DangerCard } from './danger-card.tsx';
import { UserFactsCard } from './user-facts-card.tsx';

/** Who a user is, and what can be done about their access. */
export function ProfileTab({ user }: { user: ServerUser }) {
  return (
    <div className="lk-stack">
      <UserFactsCard user={user} />
      <AddressesCard user={user} />
      <DangerCard user={user} />
    </div>
  );
}
