/** The pages of an application that the SDK sends people to. */
export interface PageUrls {
  /** Where `<StackHandler/>` is mounted; the pages below are beneath it unless they say otherwise. */
  handler: string;
  signIn: string;
  signUp: string;
  signOut: string;
  forgotPassword: string;
  passwordReset: string;
  emailVerification: string;
  teamInvitation: string;
  accountSettings: string;
  error: string;
  home: string;
  afterSignIn: string;
  afterSignUp: string;
  afterSignOut: string;
}

/** The name of one of the application's pages. */
export type PageName = keyof PageUrls;

/** The URLs in force: those that the application names, and the rest at their usual places. */
export function resolvePageUrls(options: Partial<PageUrls> = {}): PageUrls {
  // What a program leaves undefined is not named.
  const named: Partial<PageUrls> = Object.fromEntries(Object.entries(options).filter(([, url]) => url !== undefined));
  const handler = named.handler ?? '/handler';
  const home = named.home ?? '/';
  return {
    signIn: `${handler}/sign-in`,
    signUp: `${handler}/sign-up`,
    signOut: `${handler}/sign-out`,
    forgotPassword: `${handler}/forgot-password`,
    passwordReset: `${handler}/password-reset`,
    emailVerification: `${handler}/email-verification`,
    teamInvitation: `${handler}/team-invitation`,
    accountSettings: `${handler}/account-settings`,
    error: `${handler}/error`,
    afterSignIn: home,
    afterSignUp: named.afterSignIn ?? home,
    afterSignOut: home,
    ...named,
    handler,
    home,
  };
}
