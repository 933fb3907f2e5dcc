import { z } from 'zod';
import { route } from './route.ts';
import { boolean, id, inclusion, listOf, millis, text } from './shapes.ts';

/** Longest description of a set of project keys, in characters. */
const maxDescriptionLength = 256;

/** When a request last named it, on request (`include=usage`); null: never. */
const lastFour = z.strictObject({ last_four: z.string(), last_used_at_millis: z.number().nullable().optional() });

const include = inclusion('usage').optional();

const fields = {
  id,
  description: z.string(),
  created_at_millis: z.number(),
  expires_at_millis: z.number(),
  manually_revoked_at_millis: z.number().optional(),
};

/** A set of up to three project keys, which are revoked together. */
export const projectKeySet = z.strictObject({
  ...fields,
  publishable_client_key: lastFour.optional(),
  secret_server_key: lastFour.optional(),
  super_secret_admin_key: lastFour.optional(),
});

/** Only the answer to the creation holds the whole keys. */
const issuedProjectKeySet = z.strictObject({
  ...fields,
  publishable_client_key: z.string().optional(),
  secret_server_key: z.string().optional(),
  super_secret_admin_key: z.string().optional(),
});

const creation = z
  .strictObject({
    description: text(maxDescriptionLength),
    expires_at_millis: millis,
    has_publishable_client_key: boolean,
    has_secret_server_key: boolean,
    has_super_secret_admin_key: boolean,
  })
  .refine(
    (body) => body.has_publishable_client_key || body.has_secret_server_key || body.has_super_secret_admin_key,
    'must ask for at least one key',
  );

const byId = z.strictObject({ key_set_id: id });

export const projectKeyRoutes = {
  createProjectKeys: route({
    method: 'POST',
    path: '/internal/api-keys',
    access: 'admin',
    summary: 'Creates a set of project keys. The answer is the only place where the whole keys are ever shown.',
    body: creation,
    answer: issuedProjectKeySet,
  }),
  listProjectKeys: route({
    method: 'GET',
    path: '/internal/api-keys',
    access: 'admin',
    summary: 'Lists the sets of project keys, newest first, revoked and expired ones included.',
    query: z.strictObject({ include }),
    answer: listOf(projectKeySet),
  }),
  getProjectKeys: route({
    method: 'GET',
    path: '/internal/api-keys/:key_set_id',
    access: 'admin',
    summary: 'Reads one set of project keys.',
    params: byId,
    query: z.strictObject({ include }),
    answer: projectKeySet,
    errors: ['API_KEY_NOT_FOUND'],
  }),
  updateProjectKeys: route({
    method: 'PATCH',
    path: '/internal/api-keys/:key_set_id',
    access: 'admin',
    summary: 'Renames a set of project keys, or revokes it for good.',
    params: byId,
    body: z.strictObject({
      description: text(maxDescriptionLength).optional(),
      revoked: z.preprocess((value) => (value === 'true' ? true : value), z.literal(true)).optional(),
    }),
    answer: projectKeySet,
    errors: ['API_KEY_NOT_FOUND'],
  }),
};
