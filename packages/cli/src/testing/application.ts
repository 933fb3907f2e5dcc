import { sendRequest, type TestAnswer } from '@latchkey/test-kit';

/** What an application's back end does with the variables that the first start printed. */
export interface Application {
  call(method: string, path: string, body?: unknown): Promise<TestAnswer>;
  createUser(): Promise<string>;
  /** The answer holds the key's `id` and `value`. */
  createKey(userId: string): Promise<TestAnswer>;
  revokeKey(keyId: string): Promise<TestAnswer>;
  /** `valid`, or why not. */
  verdictOn(key: string): Promise<string>;
}

/** @param url the server, which may have moved since the variables were printed */
export function openApplication(environment: Record<string, string>, url = environment.STACK_API_URL): Application {
  const caller = {
    'x-stack-access-type': 'server',
    'x-stack-project-id': environment.STACK_PROJECT_ID ?? '',
    'x-stack-secret-server-key': environment.STACK_SECRET_SERVER_KEY ?? '',
  };
  const call: Application['call'] = (method, path, body) => sendRequest(`${url}/api/v1${path}`, caller, method, body);
  return {
    call,
    async createUser() {
      return String(succeed(await call('POST', '/users', {})).body.id);
    },
    createKey: (userId) =>
      call('POST', '/user-api-keys', { user_id: userId, description: 'test', expires_at_millis: null }),
    revokeKey: (keyId) => call('PATCH', `/user-api-keys/${keyId}`, { revoked: true }),
    async verdictOn(key) {
      const { body } = succeed(await call('POST', '/latchkey/api-keys/check', { api_key: key }));
      return body.valid === true ? 'valid' : String(body.reason);
    },
  };
}

export function succeed(answer: TestAnswer): TestAnswer {
  if (answer.status >= 300) throw new Error(`refused: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer;
}
