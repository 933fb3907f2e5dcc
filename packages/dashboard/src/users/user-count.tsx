import type { ServerUser } from '@latchkey/react';
import { Link } from '@tanstack/react-router';
import { formatCount } from '../figures/format-count.ts';
import { useProject } from '../project/use-project.ts';

/** How many keys or teams a user has, as the way to them. */
export function UserCount({ user, of }: { user: ServerUser; of: 'keys' | 'teams' }) {
  const { id: projectId } = useProject();
  const counted = of === 'keys' ? user.counts?.apiKeys : user.counts?.teams;
  if (counted === undefined) return null;
  if (counted.count === 0) return <span className="lk-faint">0</span>;
  return (
    <Link
      to="/projects/$projectId/users/$userId"
      params={{ projectId, userId: user.id }}
      search={{ tab: of }}
      className="people__count"
    >
      {formatCount(counted)}
    </Link>
  );
}
