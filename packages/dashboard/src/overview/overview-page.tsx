import { describeError, useWords } from '@latchkey/react/forms';
import { Notice } from '@latchkey/ui';
import { useQuery } from '@tanstack/react-query';
import { useChecks } from '../figures/use-checks.ts';
import { Page } from '../page/page.tsx';
import { useAdminApp, useProject } from '../project/use-project.ts';
import { ChecksCard } from './checks-card.tsx';
import { GrowthCards } from './growth-cards.tsx';
import { NeedsALook } from './needs-a-look.tsx';
import { NothingYet } from './nothing-yet.tsx';
import { OverviewStats } from './overview-stats.tsx';
import { overviewQuery } from './overview-query.ts';

/** What happens in a project, in pictures. */
export function OverviewPage() {
  const words = useWords();
  const { displayName } = useProject();
  const { data: overview, error } = useQuery({ ...overviewQuery(useAdminApp()), refetchInterval: 15_000 });
  const { checks, error: checksError } = useChecks();
  const problem = error ?? checksError;
  const isNew = overview?.lastRequestAt === null;
  return (
    <Page title="Overview" description={`What happens in ${displayName}, over the last 30 days.`}>
      {problem ? (
        <Notice tone="bad" title="Not everything could be read">
          {describeError(words, problem)}
        </Notice>
      ) : null}
      {isNew ? <NothingYet /> : null}
      {isNew && overview.users.count === 0 ? null : (
        <>
          <OverviewStats overview={overview} total={checks?.total} />
          <div className="overview__row">
            <ChecksCard checks={checks} />
            <NeedsALook overview={overview} />
          </div>
          <GrowthCards overview={overview} />
        </>
      )}
    </Page>
  );
}
