/** Headers that say who calls. */
export type TestCaller = Record<string, string>;

/** What the server answered; `code` is that of a known error. */
export interface TestAnswer {
  status: number;
  code: string | null;
  headers: Headers;
  // The shape is what each test asserts.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  body: any;
}

/** One request over real HTTP; a body goes as JSON, a string as it is. */
export async function sendRequest(url: string, caller: TestCaller, method: string, body: unknown): Promise<TestAnswer> {
  const isText = typeof body === 'string';
  const response = await fetch(url, {
    method,
    redirect: 'manual',
    headers: { ...(body !== undefined && { 'content-type': isText ? 'text/plain' : 'application/json' }), ...caller },
    ...(body !== undefined && { body: isText ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
  return {
    status: response.status,
    code: response.headers.get('x-stack-known-error'),
    headers: response.headers,
    body: isJson ? (JSON.parse(text) as unknown) : text,
  };
}
