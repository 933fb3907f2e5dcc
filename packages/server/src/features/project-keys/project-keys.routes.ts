import { routes } from '@latchkey/contract';
import type { Api } from '../../http/endpoint.ts';
import { presentList } from '../../http/pagination.ts';
import type { Deps } from '../../platform/deps.ts';
import { createProjectKeys } from './create-project-keys.ts';
import { getProjectKeys, listProjectKeys } from './get-project-keys.ts';
import { presentIssuedProjectKeys, presentProjectKeys } from './present-project-keys.ts';
import { updateProjectKeys } from './update-project-keys.ts';

export function projectKeys(api: Api, deps: Deps): void {
  api.on(routes.createProjectKeys, async ({ caller, body }) => {
    const kinds = [
      ...(body.has_publishable_client_key ? (['publishable_client'] as const) : []),
      ...(body.has_secret_server_key ? (['secret_server'] as const) : []),
      ...(body.has_super_secret_admin_key ? (['super_secret_admin'] as const) : []),
    ];
    const { description, expires_at_millis: expiresAtMillis } = body;
    return presentIssuedProjectKeys(await createProjectKeys(deps, caller, { description, expiresAtMillis, kinds }));
  });

  api.on(routes.listProjectKeys, async ({ caller, query }) =>
    presentList(await listProjectKeys(deps, caller), (set) => presentProjectKeys(set, query.include)),
  );

  api.on(routes.getProjectKeys, async ({ caller, params, query }) =>
    presentProjectKeys(await getProjectKeys(deps, caller, params.key_set_id), query.include),
  );

  api.on(routes.updateProjectKeys, async ({ caller, params, body }) =>
    presentProjectKeys(await updateProjectKeys(deps, caller, params.key_set_id, body)),
  );
}
