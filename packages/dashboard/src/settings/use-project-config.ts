import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useProject } from '../project/use-project.ts';

/** Settings in force that the project itself does not tell. */
export interface ProjectConfig {
  requireEmailVerification: boolean;
  requirePublishableClientKey: boolean;
}

export function useProjectConfig(): UseQueryResult<ProjectConfig> {
  const project = useProject();
  return useQuery({
    queryKey: [project.id, 'config'],
    queryFn: async () => {
      const config = await project.getConfig();
      return {
        requireEmailVerification: readSetting(config, 'onboarding.requireEmailVerification') === true,
        requirePublishableClientKey: readSetting(config, 'project.requirePublishableClientKey') === true,
      };
    },
  });
}

/** Groups are objects, so each part of the key leads one deeper. */
function readSetting(config: unknown, key: string): unknown {
  return key
    .split('.')
    .reduce(
      (group, name) => (typeof group === 'object' && group !== null ? Reflect.get(group, name) : undefined),
      config,
    );
}
