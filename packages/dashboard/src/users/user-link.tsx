import type { ServerUser } from '@latchkey/react';
import { Avatar } from '@latchkey/ui';
import { Link } from '@tanstack/react-router';
import { nameOfUser } from '../api-keys/name-of-user.ts';
import { useProject } from '../project/use-project.ts';

/** A user's name with their picture, as the way to them. */
export function UserLink({ user }: { user: ServerUser }) {
  const name = nameOfUser(user);
  return (
    <Link
      to="/projects/$projectId/users/$userId"
      params={{ projectId: useProject().id, userId: user.id }}
      className="people__link"
    >
      <Avatar name={name} src={user.profileImageUrl} />
      <bdi className="people__text">{name}</bdi>
    </Link>
  );
}
