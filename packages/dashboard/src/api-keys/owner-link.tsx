import type { ApiKeyOwner } from '@latchkey/react';
import { Avatar, Tag } from '@latchkey/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useAdminApp } from '../project/use-project.ts';
import { ownerQuery } from './owner-query.ts';

/** The user or the team behind a key, as a link to them. Until the name is read, the beginning of the id stands there. */
export function OwnerLink({ owner }: { owner: ApiKeyOwner }) {
  const app = useAdminApp();
  const { data: facts } = useQuery(ownerQuery(app, owner));
  const name = facts?.name ?? `${owner.type === 'user' ? 'User' : 'Team'} ${owner.id.slice(0, 8)}`;
  const content = (
    <>
      <Avatar name={name} src={facts?.imageUrl} shape={owner.type === 'team' ? 'square' : 'round'} />
      <span className="owner-link__name">
        <span className="lk-visually-hidden">{owner.type === 'user' ? 'User' : 'Team'} </span>
        <bdi>{name}</bdi>
      </span>
    </>
  );
  return (
    <span className="owner-link">
      {owner.type === 'user' ? (
        <Link
          to="/projects/$projectId/users/$userId"
          params={{ projectId: app.projectId, userId: owner.id }}
          className="owner-link__link"
        >
          {content}
        </Link>
      ) : (
        <Link
          to="/projects/$projectId/teams/$teamId"
          params={{ projectId: app.projectId, teamId: owner.id }}
          className="owner-link__link"
        >
          {content}
        </Link>
      )}
      {facts?.isRestricted ? <Tag tone="bad">Restricted</Tag> : null}
    </span>
  );
}
