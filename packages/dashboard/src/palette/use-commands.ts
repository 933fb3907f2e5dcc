import { useNavigate, useParams } from '@tanstack/react-router';
import { useOwnedProjects } from '../project/use-project.ts';
import { themes } from '../shell/themes.ts';
import { useTheme } from '../shell/use-theme.ts';
import type { Command } from './command.ts';
import { projectPages } from './project-pages.ts';

/** Everything that can be gone to or done from where the operator is. */
export function useCommands(): Command[] {
  const { projectId } = useParams({ strict: false });
  const projects = useOwnedProjects();
  const navigate = useNavigate();
  const { theme, setTheme } = useTheme();
  const project = projects.find(({ id }) => id === projectId);
  return [
    ...(project === undefined
      ? []
      : projectPages.map(({ to, ...page }): Command => ({
          ...page,
          id: to,
          group: 'Pages',
          onSelect: () => void navigate({ to, params: { projectId: project.id } }),
        }))),
    ...homePages.map(({ to, ...page }): Command => ({
      ...page,
      id: to,
      group: 'Pages',
      onSelect: () => void navigate({ to }),
    })),
    {
      id: 'new-project',
      group: 'Actions',
      icon: 'plus',
      label: 'Create project',
      words: 'new add',
      onSelect: () => void navigate({ to: '/projects/new' }),
    },
    {
      id: 'invite-operator',
      group: 'Actions',
      icon: 'team',
      label: 'Invite operator',
      words: 'add colleague member',
      onSelect: () => void navigate({ to: '/operators' }),
    },
    ...themes
      .filter(({ id }) => id !== theme)
      .map(({ id, label }): Command => ({
        id: `theme-${id}`,
        group: 'Actions',
        icon: 'eye',
        label: `Theme: ${label.toLowerCase()}`,
        words: 'dark light mode appearance colours',
        onSelect: () => setTheme(id),
      })),
    ...projects
      .filter(({ id }) => id !== projectId)
      .map(({ id, displayName }): Command => ({
        id,
        group: 'Projects',
        icon: 'key',
        label: displayName,
        words: 'project switch',
        onSelect: () => void navigate({ to: '/projects/$projectId', params: { projectId: id } }),
      })),
  ];
}

const homePages = [
  { to: '/', icon: 'key', label: 'All projects', words: 'home' },
  { to: '/operators', icon: 'team', label: 'Operators', words: 'members administrators' },
  { to: '/account', icon: 'user', label: 'Your account', words: 'profile password sessions' },
] as const;
