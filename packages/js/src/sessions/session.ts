import type { AnswerOf } from '@latchkey/contract';
import { isKnownError } from '../errors/known-error.ts';
import { SessionChangedError } from '../errors/latchkey-error.ts';
import type { Connection } from '../http/connection.ts';
import { sendRequest } from '../http/send-request.ts';
import { readAccessToken } from './access-token.ts';
import { noTokens, type Tokens, type TokenStore } from './token-store.ts';

/** A token that ends within this time is refreshed first: it has to outlive the call that it goes with. */
const minRemainingSeconds = 30;

/** Whoever is signed in, as a token store has it: hands out access tokens that are good, and refreshes them in time. */
export class Session {
  readonly #connection: Connection;
  readonly #store: TokenStore;
  readonly #onChange: () => Promise<void>;
  /** Shared by everybody who asks while it is under way. */
  #refreshing: { refreshToken: string; token: Promise<string | null> } | null = null;

  constructor(connection: Connection, store: TokenStore, onChange: () => Promise<void> = () => Promise.resolve()) {
    this.#connection = connection;
    this.#store = store;
    this.#onChange = onChange;
  }

  /** The tokens as they are kept, be they good or not. */
  get tokens(): Tokens {
    return this.#store.get();
  }

  /** Begins or, with null, ends a session in this store, at once; resolves when whoever is shown is whoever is signed in now. */
  setTokens(tokens: Tokens | null): Promise<void> {
    this.#store.set(tokens ?? noTokens);
    return this.#onChange();
  }

  /** An access token that is good for the next seconds; null: nobody is signed in. */
  async getAccessToken(): Promise<string | null> {
    const { accessToken } = this.tokens;
    return accessToken !== null && isFresh(accessToken) ? accessToken : this.refreshAccessToken(accessToken);
  }

  /** A new access token in place of `spent`. Many callers at once, and other tabs of the browser, share one refresh. */
  async refreshAccessToken(spent: string | null): Promise<string | null> {
    const { refreshToken, accessToken } = this.tokens;
    if (refreshToken === null) return null;
    // Somebody was faster.
    if (accessToken !== null && accessToken !== spent && isFresh(accessToken)) return accessToken;
    if (this.#refreshing?.refreshToken !== refreshToken) {
      const token = this.#refresh(refreshToken, spent).finally(() => {
        this.#refreshing = null;
      });
      this.#refreshing = { refreshToken, token };
    }
    return this.#refreshing.token;
  }

  /** The same session for as long as it is this user's; calls made for them after that throw SessionChangedError. */
  of(userId: string): Session {
    return new SessionOfUser(this, userId, this.#connection, this.#store, this.#onChange);
  }

  #refresh(refreshToken: string, spent: string | null): Promise<string | null> {
    const exchange = async (): Promise<string | null> => {
      const { accessToken } = this.tokens;
      // Another tab was faster, while this one waited for the lock.
      if (accessToken !== null && accessToken !== spent && isFresh(accessToken)) return accessToken;
      const next = await exchangeRefreshToken(this.#connection, refreshToken);
      // Whoever signed out or in meanwhile is not to be overwritten, and is who counts now.
      if (this.tokens.refreshToken !== refreshToken) return this.tokens.accessToken;
      // Not awaited: what is shown may be what waits for this refresh.
      if (next === null) void this.setTokens(null);
      else this.#store.set({ accessToken: next, refreshToken });
      return next;
    };
    const locks = typeof document === 'undefined' ? undefined : navigator.locks;
    return locks === undefined ? exchange() : locks.request(`latchkey-refresh-${this.#connection.projectId}`, exchange);
  }
}

/** A session that is looked at on behalf of one user: once somebody else is signed in, it is no longer theirs. */
class SessionOfUser extends Session {
  readonly #session: Session;
  readonly #userId: string;

  constructor(session: Session, userId: string, ...rest: ConstructorParameters<typeof Session>) {
    super(...rest);
    this.#session = session;
    this.#userId = userId;
  }

  override async getAccessToken(): Promise<string | null> {
    return this.#checked(await this.#session.getAccessToken());
  }

  override async refreshAccessToken(spent: string | null): Promise<string | null> {
    return this.#checked(await this.#session.refreshAccessToken(spent));
  }

  #checked(accessToken: string | null): string {
    if (accessToken !== null && readAccessToken(accessToken)?.sub === this.#userId) return accessToken;
    throw new SessionChangedError('This user is no longer signed in here. Ask getUser() who is.');
  }
}

function isFresh(accessToken: string): boolean {
  const payload = readAccessToken(accessToken);
  return payload !== null && payload.exp - minRemainingSeconds > Date.now() / 1000;
}

/** RFC 6749 section 6. Null: the session has ended. */
async function exchangeRefreshToken(connection: Connection, refreshToken: string): Promise<string | null> {
  const body = new URLSearchParams({
    grant_type: 'refresh_token',
    client_id: connection.projectId,
    client_secret: connection.publishableClientKey ?? '__stack_public_client__',
    refresh_token: refreshToken,
  });
  const url = `${connection.baseUrl}/api/v1/auth/oauth/token`;
  try {
    const headers = { ...connection.extraRequestHeaders };
    // The refresh token stays as good as it was.
    const answer = await sendRequest({ method: 'POST', url, headers, body, isRepeatable: true });
    return (answer as AnswerOf<'exchangeRefreshToken'>).access_token;
  } catch (error) {
    if (isKnownError(error, 'REFRESH_TOKEN_NOT_FOUND_OR_EXPIRED')) return null;
    throw error;
  }
}
