import type { ServerTeam } from '@latchkey/react';
import { Avatar } from '@latchkey/ui';
import { Link } from '@tanstack/react-router';
import { useProject } from '../project/use-project.ts';

/** A team's name with its picture, as the way to it. */
export function TeamLink({ team }: { team: ServerTeam }) {
  return (
    <Link
      to="/projects/$projectId/teams/$teamId"
      params={{ projectId: useProject().id, teamId: team.id }}
      className="people__link"
    >
      <Avatar name={team.displayName} src={team.profileImageUrl} shape="square" />
      <bdi className="people__text">{team.displayName}</bdi>
    </Link>
  );
}
