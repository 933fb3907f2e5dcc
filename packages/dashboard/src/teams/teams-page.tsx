import { Button } from '@latchkey/ui';
import { useState } from 'react';
import { ListCard } from '../lists/list-card.tsx';
import { NothingFound } from '../lists/nothing-found.tsx';
import { offsetOf } from '../lists/page-search.ts';
import { SearchField } from '../lists/search-field.tsx';
import { Page } from '../page/page.tsx';
import { CreateTeamDialog } from './create-team-dialog.tsx';
import { NoTeams } from './no-teams.tsx';
import { TeamTable } from './team-table.tsx';
import { useTeams } from './use-teams.ts';

export function TeamsPage() {
  const [isCreating, setIsCreating] = useState(false);
  const { search, query, isNarrowed, show, goOn, goBack } = useTeams();
  const create = (
    <Button variant="primary" onClick={() => setIsCreating(true)}>
      Create team
    </Button>
  );
  return (
    <Page title="Teams" description="Users who share keys and permissions in your application." actions={create}>
      <ListCard
        noun="teams"
        query={query}
        toolbar={
          <SearchField
            label="Search teams"
            placeholder="Name or id"
            value={search.search ?? ''}
            onSearch={(text) => show({ search: text || undefined }, { replace: true })}
          />
        }
        empty={isNarrowed ? <NothingFound noun="teams" onClear={() => show({ search: undefined })} /> : <NoTeams />}
        offset={offsetOf(search)}
        onPrevious={goBack}
        onNext={goOn}
      >
        {(teams, { busy }) => (
          <TeamTable
            teams={teams}
            busy={busy}
            isOldestFirst={search.order === 'ascending'}
            onTurn={() => show({ order: search.order === 'ascending' ? undefined : 'ascending' })}
          />
        )}
      </ListCard>
      <CreateTeamDialog open={isCreating} onClose={() => setIsCreating(false)} />
    </Page>
  );
}
