import type { AdminOwnedProject } from '@latchkey/react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatCount } from '../figures/format-count.ts';
import { overviewQuery } from '../overview/overview-query.ts';
import { Moment } from '../page/moment.tsx';

export interface ProjectFigureProps {
  project: AdminOwnedProject;
  figure: 'users' | 'apiKeys' | 'lastRequest';
}

/** One figure of a project, as a link to what it says; it comes after the list, which does not wait for it. */
export function ProjectFigure({ project, figure }: ProjectFigureProps) {
  const { data: overview, isError } = useQuery(overviewQuery(project.app));
  const params = { projectId: project.id };
  if (overview === undefined) return <span className="lk-faint">{isError ? 'unknown' : '…'}</span>;
  switch (figure) {
    case 'users':
      return (
        <Link to="/projects/$projectId/users" params={params} className="figure-link">
          {formatCount(overview.users)}
        </Link>
      );
    case 'apiKeys':
      return (
        <Link to="/projects/$projectId/api-keys" params={params} className="figure-link">
          {formatCount(overview.apiKeys.valid)}
        </Link>
      );
    case 'lastRequest':
      return overview.lastRequestAt === null ? (
        <Link to="/projects/$projectId/connect" params={params}>
          None yet: connect it
        </Link>
      ) : (
        <Moment date={overview.lastRequestAt} />
      );
  }
}
