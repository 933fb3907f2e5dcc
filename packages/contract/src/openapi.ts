import { z } from 'zod';
import { type KnownErrorCode, knownErrors } from './known-errors.ts';
import type { Access, Route } from './route.ts';
import { routes } from './routes.ts';
import { noNul } from './shapes.ts';

type JsonObject = Record<string, unknown>;

/** The errors any request can meet on its way to an endpoint. */
const alwaysPossible: readonly KnownErrorCode[] = ['BODY_PARSING_ERROR', 'SCHEMA_ERROR'];

/** And where the endpoint asks for a caller. Keys are looked at before the endpoint's level, so any of theirs can come. */
const possibleForCallers: readonly KnownErrorCode[] = [
  'ACCESS_TYPE_REQUIRED',
  'INVALID_ACCESS_TYPE',
  'ACCESS_TYPE_WITHOUT_PROJECT_ID',
  'PROJECT_KEY_WITHOUT_ACCESS_TYPE',
  'CURRENT_PROJECT_NOT_FOUND',
  'BRANCH_DOES_NOT_EXIST',
  'UNPARSABLE_ACCESS_TOKEN',
  'ACCESS_TOKEN_EXPIRED',
  'INVALID_PROJECT_FOR_ACCESS_TOKEN',
  'ANONYMOUS_AUTHENTICATION_NOT_ALLOWED',
  'RESTRICTED_USER_NOT_ALLOWED',
  'UNPARSABLE_ADMIN_ACCESS_TOKEN',
  'ADMIN_ACCESS_TOKEN_EXPIRED',
  'ADMIN_ACCESS_TOKEN_IS_NOT_ADMIN',
  'INVALID_PUBLISHABLE_CLIENT_KEY',
  'PUBLISHABLE_CLIENT_KEY_REQUIRED_FOR_PROJECT',
  'SERVER_AUTHENTICATION_REQUIRED',
  'INVALID_SECRET_SERVER_KEY',
  'ADMIN_AUTHENTICATION_REQUIRED',
  'INVALID_SUPER_SECRET_ADMIN_KEY',
  'INSUFFICIENT_ACCESS_TYPE',
];

/** Every known error that a route can answer with. */
export function possibleErrors({ access, errors }: Pick<Route, 'access' | 'errors'>): Set<KnownErrorCode> {
  return new Set([...alwaysPossible, ...(access === 'none' ? [] : possibleForCallers), ...errors]);
}

const project = { accessType: [], projectId: [] };
const asAdmin = [
  { ...project, superSecretAdminKey: [] },
  { ...project, adminAccessToken: [] },
];
const asServer = [{ ...project, secretServerKey: [] }, ...asAdmin];
const asClient = [
  project,
  { ...project, publishableClientKey: [] },
  { ...project, accessToken: [] },
  { ...project, publishableClientKey: [], accessToken: [] },
  ...asServer,
];
const securityOf: Record<Access, JsonObject[]> = { none: [], client: asClient, server: asServer, admin: asAdmin };

/** What is no known error: limits, switched-off features, and faults of ours. */
const plainError = {
  description: 'A refusal in plain text that says what to do. With 429, `Retry-After` says when to try again.',
  content: { 'text/plain': { schema: { type: 'string' } } },
};

/** Every endpoint as OpenAPI 3.1, made from the route table alone. */
export function createOpenApiDocument(server: { url: string; version: string }): JsonObject {
  const paths: Record<string, JsonObject> = {};
  for (const [operationId, route] of Object.entries<Route>(routes)) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: describeOperation(operationId, route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Latchkey',
      version: server.version,
      description:
        'API keys for the users and teams of your application. Every header may also be spelled `x-hexclave-…`.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: `${server.url}/api/v1` }],
    tags: [...new Set(Object.values<Route>(routes).map(tagOf))].sort().map((name) => ({ name })),
    paths,
    components: { securitySchemes: describeHeaders(), schemas: describeErrors() },
  };
}

function describeOperation(operationId: string, route: Route): JsonObject {
  const body = toJsonSchema(route.body);
  const takesBody = route.method !== 'GET' && Object.keys(body.properties ?? {}).length > 0;
  return {
    operationId,
    summary: route.summary,
    tags: [tagOf(route)],
    security: securityOf[route.access],
    parameters: [...describeParameters('path', route.params), ...describeParameters('query', route.query)],
    ...(route.clientBody !== undefined && { description: describeClientBody(route.clientBody) }),
    ...(takesBody && { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
    responses: {
      [route.status]: {
        description: 'Success',
        content: { 'application/json': { schema: toJsonSchema(route.answer) } },
      },
      ...describeRefusals([...possibleErrors(route)]),
      default: plainError,
    },
  };
}

function describeClientBody(body: z.ZodType): string {
  const fields = Object.keys(toJsonSchema(body).properties ?? {}).map((name) => `\`${name}\``);
  return `With client access, the body takes only ${fields.join(', ')}.`;
}

/** The tag is the first word of the path: what the endpoint is about. */
function tagOf(route: Route): string {
  const words = route.path.split('/').filter((word) => word !== '' && word !== 'internal' && word !== 'latchkey');
  return words[0] ?? 'api';
}

function describeParameters(place: 'path' | 'query', schema: z.ZodType): JsonObject[] {
  const { properties = {}, required = [] } = toJsonSchema(schema);
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

/** Refusals by status: OpenAPI has one answer a status, so its codes share it. */
function describeRefusals(codes: readonly KnownErrorCode[]): JsonObject {
  const statuses = [...new Set(codes.map((code) => knownErrors[code].status))].sort();
  return Object.fromEntries(
    statuses.map((status) => {
      const same = codes.filter((code) => knownErrors[code].status === status);
      const description = same.map((code) => `\`${code}\``).join(', ');
      const schema = { $ref: '#/components/schemas/KnownError' };
      return [status, { description, content: { 'application/json': { schema } } }];
    }),
  );
}

/** The body of a refusal: one schema a code, told apart by the code. */
function describeErrors(): JsonObject {
  const schemas = Object.entries(knownErrors).map(([code, { text, details }]) => {
    const fields = Object.entries<keyof typeof detailSchemas>(details);
    const properties = {
      code: { const: code },
      error: { type: 'string' },
      ...(fields.length > 0 && {
        details: {
          type: 'object',
          properties: Object.fromEntries(fields.map(([name, type]) => [name, detailSchemas[type]])),
          required: fields.map(([name]) => name),
        },
      }),
    };
    return [code, { type: 'object', description: text, properties, required: Object.keys(properties) }] as const;
  });
  const KnownError = { oneOf: schemas.map(([code]) => ({ $ref: `#/components/schemas/${code}` })) };
  return { KnownError, ...Object.fromEntries(schemas) };
}

const detailSchemas = {
  string: { type: 'string' },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  'string|null': { type: ['string', 'null'] },
  'string[]': { type: 'array', items: { type: 'string' } },
  reason: {
    type: 'object',
    properties: { type: { enum: ['anonymous', 'email_not_verified', 'restricted_by_administrator'] } },
    required: ['type'],
  },
};

function describeHeaders(): JsonObject {
  const header = (name: string, description: string) => ({ type: 'apiKey', in: 'header', name, description });
  return {
    accessType: header('x-stack-access-type', '`client`, `server` or `admin`'),
    projectId: header('x-stack-project-id', 'The id of the project'),
    publishableClientKey: header('x-stack-publishable-client-key', 'For client access, where the project asks for it'),
    secretServerKey: header('x-stack-secret-server-key', 'For server access'),
    superSecretAdminKey: header('x-stack-super-secret-admin-key', 'For admin access'),
    adminAccessToken: header(
      'x-stack-admin-access-token',
      'The access token of a member of the team that owns the project',
    ),
    accessToken: header('x-stack-access-token', 'The access token of the signed-in user'),
  };
}

/** As JSON Schema 2020-12, which is what OpenAPI 3.1 speaks; the shape after coercion is the one to document. */
function toJsonSchema(schema: z.ZodType): JsonObject & { properties?: JsonObject; required?: string[] } {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    io: 'output',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      if (jsonSchema.pattern === noNul.source) delete jsonSchema.pattern;
    },
  });
  return rest;
}
