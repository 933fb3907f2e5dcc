import type { AdminOwnedProject } from '@latchkey/react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { overviewQuery } from '../overview/overview-query.ts';
import { LinkTo } from '../page/link-to.tsx';
import { Moment } from '../page/moment.tsx';

const pollMillis = 2_000;

/** Waits for the first request of an application, and says so when it has come. */
export function FirstRequest({ project }: { project: AdminOwnedProject }) {
  const { data: overview } = useQuery({
    ...overviewQuery(project.app),
    // While the page is looked at: the query client does not ask in the background.
    refetchInterval: ({ state }) => (state.data?.lastRequestAt == null ? pollMillis : false),
  });
  const lastRequestAt = overview?.lastRequestAt ?? null;
  const params = { projectId: project.id };
  const [hasWaited, setHasWaited] = useState(false);
  if (overview !== undefined && lastRequestAt === null && !hasWaited) setHasWaited(true);
  return (
    <div role="status" className="first-request" data-received={lastRequestAt !== null || undefined}>
      <span className="first-request__dot" aria-hidden="true" />
      {lastRequestAt === null ? (
        <div className="first-request__text">
          <strong>Waiting for the first request</strong>
          <span className="lk-muted">It shows here within seconds of your application calling.</span>
        </div>
      ) : (
        <>
          <div className="first-request__text">
            <strong>
              {hasWaited ? 'First request received,' : 'Connected: last request'} <Moment date={lastRequestAt} />
            </strong>
            <span className="lk-muted">Your application reaches the project. See what happens in it.</span>
          </div>
          <LinkTo to="/projects/$projectId" params={params} variant="primary">
            Go to the overview
          </LinkTo>
        </>
      )}
    </div>
  );
}
