/** Where a project's API is, and how an application proves to be of the project. */
export interface Connection {
  /** The origin of the server, without a trailing slash. */
  baseUrl: string;
  projectId: string;
  publishableClientKey: string | null;
  secretServerKey: string | null;
  superSecretAdminKey: string | null;
  /** Of an operator who administers the project by being signed in; asked for at each call. */
  adminAccessToken: AdminTokenSource | null;
  extraRequestHeaders: Readonly<Record<string, string>>;
}

/** Answers an access token; `spent` is one that the server has just refused, though this machine's clock says it is good. */
export type AdminTokenSource = (spent?: string) => Promise<string | null>;
