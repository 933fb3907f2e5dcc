import { routes } from '@latchkey/contract';
import type { Api } from '../../http/endpoint.ts';
import { presentList } from '../../http/pagination.ts';
import type { Deps } from '../../platform/deps.ts';
import { createProject } from './create-project.ts';
import { deleteProject } from './delete-project.ts';
import { getProject } from './get-project.ts';
import { listProjects } from './list-projects.ts';
import { presentAdminProject, presentClientProject, presentConfig } from './present-project.ts';
import { transferProject } from './transfer-project.ts';
import { updateProject } from './update-project.ts';
import { overridesColumn } from './settings-from.ts';
import { replaceConfig, resetConfig, unlinkConfig, updateConfig } from './write-config.ts';

export function projects(api: Api, deps: Deps): void {
  mountProjects(api, deps);
  mountConfig(api, deps);
}

function mountProjects(api: Api, deps: Deps): void {
  api.on(routes.getClientProject, ({ caller }) => Promise.resolve(presentClientProject(caller.project)));

  api.on(routes.getProject, async ({ caller }) => presentAdminProject(await getProject(deps.db, caller.project.id)));

  api.on(routes.updateProject, async ({ caller, body }) =>
    presentAdminProject(await updateProject(deps, caller, body)),
  );

  api.on(routes.deleteProject, async ({ caller }) => {
    await deleteProject(deps, caller);
    return { success: true as const };
  });

  api.on(routes.createProject, async ({ caller, body }) =>
    presentAdminProject(await createProject(deps, caller, body)),
  );

  api.on(routes.listProjects, async ({ caller }) => presentList(await listProjects(deps, caller), presentAdminProject));

  api.on(routes.transferProject, async ({ caller, body }) => {
    await transferProject(deps, caller, body);
    return { success: true as const };
  });
}

function mountConfig(api: Api, deps: Deps): void {
  api.on(routes.getConfig, async ({ caller }) => {
    const project = await getProject(deps.db, caller.project.id);
    return { config_string: JSON.stringify(presentConfig(project)) };
  });

  api.on(routes.getConfigOverride, async ({ caller, params }) => {
    const project = await getProject(deps.db, caller.project.id);
    return { config_string: JSON.stringify(project[overridesColumn[params.level]]) };
  });

  api.on(routes.replaceConfigOverride, async ({ caller, params, body }) => {
    const { config_string: overrides, source } = body;
    await replaceConfig(deps, caller, { level: params.level, overrides, source });
    return { success: true as const };
  });

  api.on(routes.updateConfigOverride, async ({ caller, params, body }) => {
    await updateConfig(deps, caller, { level: params.level, overrides: body.config_override_string });
    return { success: true as const };
  });

  api.on(routes.resetConfigKeys, async ({ caller, params, body }) => {
    await resetConfig(deps, caller, { level: params.level, keys: body.keys });
    return { success: true as const };
  });

  api.on(routes.getConfigSource, async ({ caller }) => {
    const project = await getProject(deps.db, caller.project.id);
    return { source: project.branch_config_source ?? { type: 'unlinked' as const } };
  });

  api.on(routes.unlinkConfigSource, async ({ caller }) => {
    await unlinkConfig(deps, caller);
    return { success: true as const };
  });
}
