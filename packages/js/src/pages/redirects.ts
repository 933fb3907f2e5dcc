import type { RedirectMethod } from '../apps/app-options.ts';
import type { PageName, PageUrls } from './page-urls.ts';
import { readReturn, withReturn } from './return-url.ts';

/** How to leave for a page. */
export interface RedirectOptions {
  /** Forgets where the browser is now, instead of coming back after signing in. */
  noRedirectBack?: boolean;
}

/** Longer than a page takes to go away. */
const timeToLeaveInMillis = 3_000;

/** Sends people to the application's pages. */
export abstract class Redirects {
  readonly #pages: PageUrls;
  protected readonly redirectMethod: RedirectMethod;
  #isLeaving = false;

  constructor(pages: PageUrls, method: RedirectMethod | undefined) {
    this.#pages = pages;
    this.redirectMethod = method ?? (typeof document === 'undefined' ? 'none' : 'window');
  }

  redirectToSignIn = (options?: RedirectOptions) => this.#leaveFor('signIn', options);
  redirectToSignUp = (options?: RedirectOptions) => this.#leaveFor('signUp', options);
  redirectToSignOut = () => this.redirectTo('signOut');
  redirectToForgotPassword = () => this.redirectTo('forgotPassword');
  redirectToPasswordReset = () => this.redirectTo('passwordReset');
  redirectToEmailVerification = () => this.redirectTo('emailVerification');
  redirectToTeamInvitation = () => this.redirectTo('teamInvitation');
  redirectToAccountSettings = () => this.redirectTo('accountSettings');
  redirectToError = () => this.redirectTo('error');
  redirectToHome = () => this.redirectTo('home');
  redirectToAfterSignIn = () => this.#comeBackOr('afterSignIn');
  redirectToAfterSignUp = () => this.#comeBackOr('afterSignUp');
  redirectToAfterSignOut = () => this.redirectTo('afterSignOut');

  /** Goes to one of the application's pages, or to any URL of it. */
  redirectTo(page: PageName | URL): void {
    this.goTo(page instanceof URL ? page.href : this.#pages[page]);
  }

  /** Loads a URL, absolute or of this application; where there is no browser, does nothing. */
  protected goTo(url: string): void {
    if (typeof this.redirectMethod === 'object') this.redirectMethod.navigate(url);
    else if (this.redirectMethod === 'window' && !this.#isLeaving) this.#leave(url);
  }

  #leaveFor(page: 'signIn' | 'signUp', { noRedirectBack = false }: RedirectOptions = {}): void {
    const url = this.#pages[page];
    this.goTo(noRedirectBack || typeof location === 'undefined' ? url : withReturn(url, location.href));
  }

  #comeBackOr(page: PageName): void {
    this.goTo((typeof location === 'undefined' ? null : readReturn(location.href)) ?? this.#pages[page]);
  }

  /** The first destination counts: while the page goes away, what is still shown of it may wish for another one. */
  #leave(url: string): void {
    this.#isLeaving = true;
    // Whoever chose to stay, or came back in the browser's history, is on a page that lives on as it was.
    setTimeout(() => (this.#isLeaving = false), timeToLeaveInMillis);
    location.assign(url);
  }
}
