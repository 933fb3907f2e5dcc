import type { ServerTeam } from '@latchkey/react';
import { Link } from '@tanstack/react-router';
import { formatCount } from '../figures/format-count.ts';
import { useProject } from '../project/use-project.ts';

/** How many members or keys a team has, as the way to them. */
export function TeamCount({ team, of }: { team: ServerTeam; of: 'members' | 'keys' }) {
  const { id: projectId } = useProject();
  const counted = of === 'members' ? team.counts?.members : team.counts?.apiKeys;
  if (counted === undefined) return null;
  if (counted.count === 0) return <span className="lk-faint">0</span>;
  return (
    <Link
      to="/projects/$projectId/teams/$teamId"
      params={{ projectId, teamId: team.id }}
      search={of === 'members' ? {} : { tab: of }}
      className="people__count"
    >
      {formatCount(counted)}
    </Link>
  );
}
