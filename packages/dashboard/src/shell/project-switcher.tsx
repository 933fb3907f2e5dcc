import type { AdminOwnedProject } from '@latchkey/react';
import { Icon, Menu } from '@latchkey/ui';
import { useNavigate } from '@tanstack/react-router';
import { useOwnedProjects } from '../project/use-project.ts';

/** The project at hand, and the way to another. */
export function ProjectSwitcher({ project }: { project: AdminOwnedProject }) {
  const projects = useOwnedProjects();
  const navigate = useNavigate();
  return (
    <Menu
      className="project-switcher"
      label={`Project ${project.displayName}: change project`}
      icon={<Icon name="chevron-down" />}
      align="start"
      items={[
        ...projects.map(({ id, displayName }) => ({
          label: displayName,
          checked: id === project.id,
          onSelect: () => void navigate({ to: '/projects/$projectId', params: { projectId: id } }),
        })),
        'separator' as const,
        { label: 'All projects', onSelect: () => void navigate({ to: '/' }) },
        { label: 'New project', icon: <Icon name="plus" />, onSelect: () => void navigate({ to: '/projects/new' }) },
      ]}
    >
      {project.displayName}
    </Menu>
  );
}
