import { sendRequest, type TestAnswer } from '@latchkey/test-kit';
import { createProject } from '../../../tools/examples/create-project.ts';
import { startFreshLatchkey } from '../../../tools/examples/start-fresh-latchkey.ts';

/** A fresh server with a project in it. */
export interface RunningLatchkey {
  url: string;
  /** What an application of the project is configured with. */
  environment: Record<string, string>;
  /** Calls the API as the application's back end does. */
  callAsServer(method: string, path: string, body?: object): Promise<TestAnswer>;
  /** Calls the API as an administrator of the project does. */
  callAsAdmin(method: string, path: string, body?: object): Promise<TestAnswer>;
  stop(): Promise<void>;
}

/** Starts the built command on an empty data folder, claims it, and makes a project with its keys. */
export async function startLatchkey(settings: Record<string, string> = {}): Promise<RunningLatchkey> {
  const latchkey = await startFreshLatchkey(settings);
  const { id, environment, superSecretAdminKey } = await createProject(latchkey, 'Northwind');
  const callWith =
    (accessType: string, keyName: string, key = ''): RunningLatchkey['callAsServer'] =>
    (method, path, body) =>
      sendRequest(
        `${latchkey.url}/api/v1${path}`,
        { 'x-stack-access-type': accessType, 'x-stack-project-id': id, [keyName]: key },
        method,
        body,
      );
  return {
    url: latchkey.url,
    environment,
    callAsServer: callWith('server', 'x-stack-secret-server-key', environment.STACK_SECRET_SERVER_KEY),
    callAsAdmin: callWith('admin', 'x-stack-super-secret-admin-key', superSecretAdminKey),
    stop: latchkey.stop,
  };
}
