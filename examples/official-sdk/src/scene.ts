import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { AdminOwnedProject, ServerUser, StackClientApp, StackServerApp } from '@stackframe/js';
import type { Operator } from './claim-installation.ts';
import type { LatchkeyServer } from './latchkey-server.ts';
import type { OfficialSdk, SdkVersion } from './official-sdks.ts';

/** An application as the documentation imagines it: a project with its two apps, a team, and the people in it. */
export interface Scene {
  version: SdkVersion;
  project: AdminOwnedProject;
  /** What the application's backend is configured with. */
  environment: Record<string, string>;
  /** What the application's frontend is configured with. */
  clientOptions: { baseUrl: string; projectId: string; publishableClientKey: string };
  /** The application's frontend, where Ada is signed in. */
  stackApp: StackClientApp<true>;
  /** The same frontend, where Ben is signed in. */
  benApp: StackClientApp<true>;
  /** The application's backend. */
  stackServerApp: DocumentedServerApp;
  /** Ada, who made the team and may manage its API keys. */
  userId: string;
  /** Ben, an ordinary member of the team. */
  benId: string;
  teamId: string;
}

/** The documentation calls `getServerUserById`, which every version has but no version's types mention. */
export type DocumentedServerApp = StackServerApp<false> & {
  getServerUserById(userId: string): Promise<ServerUser | null>;
};

/** Makes a project of the operator's on the given server, with nothing but the SDK. */
export async function setScene(server: LatchkeyServer, operator: Operator, version: SdkVersion): Promise<Scene> {
  const { sdk } = version;
  const project = await createProject(server.baseUrl, operator, sdk);
  const keys = await project.app.createInternalApiKey({
    description: 'Keys of the example',
    expiresAt: new Date(Date.now() + 24 * 60 * 60 * 1000),
    hasPublishableClientKey: true,
    hasSecretServerKey: true,
    hasSuperSecretAdminKey: false,
  });
  assert.ok(keys.publishableClientKey && keys.secretServerKey);

  const projectOptions = { baseUrl: server.baseUrl, projectId: project.id };
  const clientOptions = { ...projectOptions, publishableClientKey: keys.publishableClientKey };
  const stackServerApp = new sdk.StackServerApp({
    ...clientOptions,
    secretServerKey: keys.secretServerKey,
    tokenStore: null,
  }) as DocumentedServerApp;

  const ada = await signUp(stackServerApp, 'ada@example.com');
  const ben = await signUp(stackServerApp, 'ben@example.com');
  const team = await stackServerApp.createTeam({ displayName: 'Analytical Engines', creatorUserId: ada.id });
  await team.addUser(ben.id);

  return {
    version,
    project,
    environment: {
      STACK_API_URL: server.baseUrl,
      STACK_PROJECT_ID: project.id,
      STACK_PUBLISHABLE_CLIENT_KEY: keys.publishableClientKey,
      STACK_SECRET_SERVER_KEY: keys.secretServerKey,
    },
    clientOptions,
    stackServerApp,
    stackApp: await signIn(new sdk.StackClientApp({ ...clientOptions, tokenStore: 'memory' }), ada),
    benApp: await signIn(new sdk.StackClientApp({ ...clientOptions, tokenStore: 'memory' }), ben),
    userId: ada.id,
    benId: ben.id,
    teamId: team.id,
  };
}

async function createProject(baseUrl: string, operator: Operator, sdk: OfficialSdk): Promise<AdminOwnedProject> {
  const dashboard = new sdk.StackClientApp({ baseUrl, projectId: 'internal', tokenStore: 'memory' });
  await signIn(dashboard, operator);
  const user = await dashboard.getUser({ or: 'throw' });
  const [team] = await user.listTeams();
  assert.ok(team, 'the first operator has a team that can own projects');
  return user.createProject({ displayName: 'My project', teamId: team.id });
}

interface Person {
  id: string;
  email: string;
  password: string;
}

async function signUp(stackServerApp: StackServerApp, email: string): Promise<Person> {
  const password = randomUUID();
  const user = await stackServerApp.createUser({
    primaryEmail: email,
    primaryEmailVerified: true,
    primaryEmailAuthEnabled: true,
    password,
  });
  return { id: user.id, email, password };
}

async function signIn<App extends StackClientApp<true>>(app: App, person: Omit<Person, 'id'>): Promise<App> {
  const { email, password } = person;
  const signedIn = await app.signInWithCredential({ email, password, noRedirect: true });
  assert.equal(signedIn.status, 'ok');
  return app;
}
