import { isKnownError } from '../errors/known-error.ts';
import type { Session } from '../sessions/session.ts';
import type { Connection } from './connection.ts';
import { type ApiRequest, sendRequest } from './send-request.ts';

export type AccessType = 'client' | 'server' | 'admin';

type QueryValue = string | number | boolean | undefined;
export type Query = Record<string, QueryValue>;

interface Call extends Pick<ApiRequest, 'method' | 'body' | 'isRepeatable'> {
  path: string;
  query?: Query | undefined;
}

interface CallTokens {
  own: string | null;
  admin: string | null;
}

/** The API as one caller sees it: with one access type, and as one user or as nobody. */
export class ApiClient {
  readonly accessType: AccessType;
  readonly session: Session | null;
  readonly connection: Connection;

  constructor(connection: Connection, accessType: AccessType, session: Session | null) {
    this.connection = connection;
    this.accessType = accessType;
    this.session = session;
  }

  /** The same access, as the user of another session. */
  as(session: Session | null): ApiClient {
    return new ApiClient(this.connection, this.accessType, session);
  }

  get<Answer>(path: string, query?: Query): Promise<Answer> {
    return this.#call({ method: 'GET', path, query });
  }

  post<Answer>(path: string, body: object = {}, query?: Query): Promise<Answer> {
    return this.#call({ method: 'POST', path, query, body });
  }

  /** A POST that only asks: its question has no place in a URL, but can be repeated like a GET. */
  ask<Answer>(path: string, body: object): Promise<Answer> {
    return this.#call({ method: 'POST', path, body, isRepeatable: true });
  }

  put<Answer>(path: string, body: object): Promise<Answer> {
    return this.#call({ method: 'PUT', path, body });
  }

  patch<Answer>(path: string, body: object, query?: Query): Promise<Answer> {
    return this.#call({ method: 'PATCH', path, query, body });
  }

  delete<Answer>(path: string, query?: Query): Promise<Answer> {
    return this.#call({ method: 'DELETE', path, query });
  }

  async #call<Answer>({ path, query = {}, ...request }: Call): Promise<Answer> {
    const url = `${this.connection.baseUrl}/api/v1${path}${queryString(query)}`;
    const send = async (tokens: CallTokens): Promise<Answer> =>
      // The shape is the contract's: the caller names it by the endpoint's name.
      (await sendRequest({ ...request, url, headers: this.#headers(tokens) })) as Answer;
    const tokens = {
      own: (await this.session?.getAccessToken()) ?? null,
      admin: this.accessType === 'admin' ? ((await this.connection.adminAccessToken?.()) ?? null) : null,
    };
    try {
      return await send(tokens);
    } catch (error) {
      // A clock that is wrong, or a session that has ended elsewhere: the refresh tells which.
      if (tokens.own !== null && isKnownError(error, 'ACCESS_TOKEN_EXPIRED')) {
        return send({ ...tokens, own: (await this.session?.refreshAccessToken(tokens.own)) ?? null });
      }
      if (tokens.admin !== null && isKnownError(error, 'ADMIN_ACCESS_TOKEN_EXPIRED')) {
        return send({ ...tokens, admin: (await this.connection.adminAccessToken?.(tokens.admin)) ?? null });
      }
      throw error;
    }
  }

  #headers(tokens: CallTokens): Record<string, string> {
    const { accessType, connection } = this;
    return definedHeaders({
      ...connection.extraRequestHeaders,
      'x-stack-access-type': accessType,
      'x-stack-project-id': connection.projectId,
      'x-stack-publishable-client-key': connection.publishableClientKey,
      'x-stack-secret-server-key': accessType === 'server' ? connection.secretServerKey : null,
      'x-stack-super-secret-admin-key': accessType === 'admin' ? connection.superSecretAdminKey : null,
      'x-stack-admin-access-token': tokens.admin,
      'x-stack-access-token': tokens.own,
      // Whether restricted users pass is for getUser to say, not for every call of theirs.
      'x-stack-allow-restricted-user': tokens.own === null ? null : 'true',
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
