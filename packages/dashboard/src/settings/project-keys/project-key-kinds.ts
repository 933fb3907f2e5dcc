import type { InternalApiKey } from '@latchkey/react';

/** The kinds of project keys: how a set names them, what people call them, what they are for and what stops without them. */
export const projectKeyKinds = [
  {
    field: 'publishableClientKey',
    name: 'Publishable client key',
    variable: 'STACK_PUBLISHABLE_CLIENT_KEY',
    prefix: 'pck_',
    purpose: 'For browsers and apps. It may be seen by everybody.',
    user: 'your application in browsers and apps',
  },
  {
    field: 'secretServerKey',
    name: 'Secret server key',
    variable: 'STACK_SECRET_SERVER_KEY',
    prefix: 'ssk_',
    purpose: 'For your server: it checks API keys, and reads and changes every user and team.',
    user: "your application's server",
  },
  {
    field: 'superSecretAdminKey',
    name: 'Super secret admin key',
    variable: 'STACK_SUPER_SECRET_ADMIN_KEY',
    prefix: 'sak_',
    purpose: 'For automation that changes settings, such as a deployment. Most applications need none.',
    user: 'whatever changes settings with it',
  },
] as const;

export type ProjectKeyKind = (typeof projectKeyKinds)[number];

export type ProjectKeys = Pick<InternalApiKey, ProjectKeyKind['field']>;

/** The keys that a set has. */
export function keysOf(set: ProjectKeys) {
  return projectKeyKinds.flatMap((kind) => {
    const key = set[kind.field];
    return key === null ? [] : [{ kind, ...key }];
  });
}
