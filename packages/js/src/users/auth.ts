import { cacheKeys } from '../cache/cache-keys.ts';
import type { KnownError } from '../errors/known-error.ts';
import { refusalOf } from '../errors/result.ts';
import type { Scope } from '../http/scope.ts';
import type { Session } from '../sessions/session.ts';
import type { Tokens } from '../sessions/token-store.ts';

/** Where `signOut` goes afterwards: in a browser, to this URL, else to the page `afterSignOut`. */
export interface SignOutOptions {
  redirectUrl?: URL | string;
}

/** What can be done with the session of whoever is signed in; the apps have it, and so have the users that they answer. */
export interface Auth {
  /** Ends the session everywhere: its tokens are refused from then on. */
  signOut(options?: SignOutOptions): Promise<void>;
  /** An access token (a JWT of ten minutes) that is good for the next seconds; null: nobody is signed in. */
  getAccessToken(): Promise<string | null>;
  /** The secret that access tokens are made from. It belongs nowhere but into a token store. */
  getRefreshToken(): Promise<string | null>;
  /** The value of an `Authorization` header for a server of yours, which hands the request to `getUser({ tokenStore: request })`. */
  getAuthorizationHeader(): Promise<string | null>;
  /** The same under a header of its own, for servers that need `Authorization` for something else. */
  getAuthHeaders(): Promise<{ 'x-stack-auth': string }>;
  /** The same for other protocols than HTTP: hand it to `getUser({ tokenStore: auth })`. */
  getAuthJson(): Promise<Tokens>;
}

/** Why a new password is not taken. */
export type NewPasswordRefusal = KnownError<'PASSWORD_TOO_SHORT' | 'PASSWORD_TOO_LONG'>;

/** What a signed-in user can do with the session that they were answered for. */
export interface UserAuth extends Auth {
  /** The session that this object acts in. */
  readonly currentSession: { getTokens(): Promise<Tokens> };
  /** Changes the password, and ends the user's other sessions. Answers the refusal, if any. */
  updatePassword(options: {
    oldPassword: string;
    newPassword: string;
  }): Promise<NewPasswordRefusal | KnownError<'PASSWORD_CONFIRMATION_MISMATCH'> | undefined>;
}

/** Gives the object of a signed-in user the methods of their session. `own` is the API as that user. */
export function setUserAuth(user: { id: string }, own: Scope, auth: Auth): void {
  const userAuth: UserAuth = {
    ...auth,
    currentSession: { getTokens: auth.getAuthJson },
    async updatePassword({ oldPassword, newPassword }) {
      const refusal = await refusalOf(
        own.api.post('/auth/password/update', { old_password: oldPassword, new_password: newPassword }),
        'PASSWORD_CONFIRMATION_MISMATCH',
        'PASSWORD_TOO_SHORT',
        'PASSWORD_TOO_LONG',
      );
      await own.cache.invalidate(cacheKeys.sessions(user.id));
      return refusal;
    },
  };
  // Unseen by logs, spread and JSON, as methods of a class are.
  for (const [name, value] of Object.entries(userAuth)) Object.defineProperty(user, name, { value });
}

/** The tokens of a session in all the ways that they travel. */
export function createAuth(session: Session, signOut: Auth['signOut']): Auth {
  const getAuthJson = async (): Promise<Tokens> => {
    const accessToken = await session.getAccessToken();
    return { accessToken, refreshToken: session.tokens.refreshToken };
  };
  return {
    signOut,
    getAuthJson,
    getAccessToken: () => session.getAccessToken(),
    // After it is certain that the session is still the one that was asked for.
    getRefreshToken: async () => (await getAuthJson()).refreshToken,
    getAuthHeaders: async () => ({ 'x-stack-auth': JSON.stringify(await getAuthJson()) }),
    async getAuthorizationHeader() {
      const tokens = await getAuthJson();
      return tokens.accessToken === null ? null : `Bearer stackauth_${btoa(JSON.stringify(tokens))}`;
    },
  };
}
