import { isKnownError } from '../errors/known-error.ts';
import type { Session } from '../sessions/session.ts';
import { type ApiRequest, sendRequest } from './send-request.ts';

/** Where a project's API is, and how an application proves to be of the project. */
export interface Connection {
  /** The origin of the server, without a trailing slash. */
  baseUrl: string;
  projectId: string;
  publishableClientKey: string | null;
  secretServerKey: string | null;
  superSecretAdminKey: string | null;
  /** Of an operator who administers the project by being signed in; asked for at each call. */
  adminAccessToken: (() => Promise<string | null>) | null;
  extraRequestHeaders: Readonly<Record<string, string>>;
}

export type AccessType = 'client' | 'server' | 'admin';

type QueryValue = string | number | boolean | undefined;
export type Query = Record<string, QueryValue>;

/** The API as one caller sees it: with one access type, and as one user or as nobody. */
export class ApiClient {
  readonly accessType: AccessType;
  readonly session: Session | null;
  readonly #connection: Connection;

  constructor(connection: Connection, accessType: AccessType, session: Session | null) {
    this.#connection = connection;
    this.accessType = accessType;
    this.session = session;
  }

  /** The same access, as the user of another session. */
  as(session: Session | null): ApiClient {
    return new ApiClient(this.#connection, this.accessType, session);
  }

  get<Answer>(path: string, query?: Query): Promise<Answer> {
    return this.#call('GET', path, query, undefined);
  }

  post<Answer>(path: string, body: object = {}, query?: Query): Promise<Answer> {
    return this.#call('POST', path, query, body);
  }

  put<Answer>(path: string, body: object): Promise<Answer> {
    return this.#call('PUT', path, undefined, body);
  }

  patch<Answer>(path: string, body: object, query?: Query): Promise<Answer> {
    return this.#call('PATCH', path, query, body);
  }

  delete<Answer>(path: string, query?: Query): Promise<Answer> {
    return this.#call('DELETE', path, query, undefined);
  }

  async #call<Answer>(method: ApiRequest['method'], path: string, query: Query = {}, body: unknown): Promise<Answer> {
    const url = `${this.#connection.baseUrl}/api/v1${path}${queryString(query)}`;
    const accessToken = (await this.session?.getAccessToken()) ?? null;
    const send = async (token: string | null): Promise<Answer> =>
      // The shape is the contract's: the caller names it by the endpoint's name.
      (await sendRequest({ method, url, headers: await this.#headers(token), body })) as Answer;
    try {
      return await send(accessToken);
    } catch (error) {
      // A clock that is wrong, or a session that has ended elsewhere: the refresh tells which.
      if (accessToken === null || !isKnownError(error, 'ACCESS_TOKEN_EXPIRED')) throw error;
      return send((await this.session?.refreshAccessToken(accessToken)) ?? null);
    }
  }

  async #headers(accessToken: string | null): Promise<Record<string, string>> {
    const { projectId, extraRequestHeaders, adminAccessToken: readAdminToken, ...keys } = this.#connection;
    const adminAccessToken = this.accessType === 'admin' ? await readAdminToken?.() : null;
    const { accessType } = this;
    return definedHeaders({
      ...extraRequestHeaders,
      'x-stack-access-type': accessType,
      'x-stack-project-id': projectId,
      'x-stack-publishable-client-key': keys.publishableClientKey,
      'x-stack-secret-server-key': accessType === 'server' ? keys.secretServerKey : null,
      'x-stack-super-secret-admin-key': accessType === 'admin' ? keys.superSecretAdminKey : null,
      'x-stack-admin-access-token': adminAccessToken,
      'x-stack-access-token': accessToken,
      // Whether restricted users pass is for getUser to say, not for every call of theirs.
      'x-stack-allow-restricted-user': accessToken === null ? null : 'true',
    });
  }
}

function queryString(query: Query): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
}

function definedHeaders(headers: Record<string, string | null | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}
