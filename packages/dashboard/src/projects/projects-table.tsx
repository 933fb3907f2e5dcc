import type { AdminOwnedProject } from '@latchkey/react';
import { Table, type TableColumn } from '@latchkey/ui';
import { Link } from '@tanstack/react-router';
import { useOperator } from '../session/use-operator.ts';
import { ProjectFigure } from './project-figure.tsx';

const columns: TableColumn<AdminOwnedProject>[] = [
  {
    id: 'name',
    label: 'Project',
    isRowHeader: true,
    cell: ({ id, displayName }) => (
      <Link to="/projects/$projectId" params={{ projectId: id }} className="strong-link">
        {displayName}
      </Link>
    ),
  },
  {
    id: 'users',
    label: 'Users',
    align: 'end',
    cell: (project) => <ProjectFigure project={project} figure="users" />,
  },
  {
    id: 'keys',
    label: 'Valid API keys',
    align: 'end',
    cell: (project) => <ProjectFigure project={project} figure="apiKeys" />,
  },
  {
    id: 'last-request',
    label: 'Last request',
    cell: (project) => <ProjectFigure project={project} figure="lastRequest" />,
  },
];

/** Projects with what is going on in each; their team where there are several. */
export function ProjectsTable({ projects }: { projects: readonly AdminOwnedProject[] }) {
  const teams = useOperator().useTeams();
  const nameOf = ({ ownerTeamId }: AdminOwnedProject) => teams.find(({ id }) => id === ownerTeamId)?.displayName;
  const [name, ...figures] = columns;
  const team: TableColumn<AdminOwnedProject> = { id: 'team', label: 'Team', cell: (project) => nameOf(project) };
  return (
    <Table
      caption="Projects"
      columns={teams.length > 1 && name !== undefined ? [name, team, ...figures] : columns}
      rows={projects}
      rowKey={({ id }) => id}
    />
  );
}
