import { Page } from '../../page/page.tsx';
import { ApiKeyKindsCard } from './api-key-kinds-card.tsx';
import { ClientAccessCard } from './client-access-card.tsx';
import { DeleteCard } from './delete-card.tsx';
import { OwnerCard } from './owner-card.tsx';
import { ProfileCard } from './profile-card.tsx';
import { UsersAndTeamsCard } from './users-and-teams-card.tsx';

/** The settings of a project that have no page of their own. */
export function GeneralPage() {
  return (
    <Page
      title="Settings"
      description="What this project is, and what its users and applications may do."
      width="reading"
    >
      <ApiKeyKindsCard />
      <ProfileCard />
      <UsersAndTeamsCard />
      <ClientAccessCard />
      <OwnerCard />
      <DeleteCard />
    </Page>
  );
}
