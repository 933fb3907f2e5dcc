'use client';
import { AccountSettings } from '../account-settings/account-settings.tsx';
import { EmailVerification } from '../auth/email-verification.tsx';
import { ForgotPassword } from '../auth/forgot-password.tsx';
import { LostPage } from '../auth/lost-page.tsx';
import { PasswordReset } from '../auth/password-reset.tsx';
import { SignIn } from '../auth/sign-in.tsx';
import { SignOut } from '../auth/sign-out.tsx';
import { SignUp } from '../auth/sign-up.tsx';
import { TeamInvitation } from '../auth/team-invitation.tsx';
import { useStackApp } from '../hooks/use-stack-app.ts';
import { usePath } from './use-path.ts';

/** What `<StackHandler/>` takes. */
export interface StackHandlerProps {
  /** Whether the pages take the whole window, with a background of their own. Default: true. */
  fullPage?: boolean;
  /** The path or URL that is asked for, where a framework knows it before the browser does. Default: that of the browser. */
  location?: string;
}

/**
 * All pages of signing in and of the account, by their paths below `urls.handler`: mount it at `/handler/*`.
 *
 * @example
 * import { StackHandler } from '@latchkey/react';
 *
 * export function HandlerRoute() {
 *   return <StackHandler fullPage />;
 * }
 */
export function StackHandler({ fullPage = true, location }: StackHandlerProps) {
  const { urls } = useStackApp();
  const browserPath = usePath();
  const path = location === undefined ? browserPath : pathOf(location);
  // A server that was not told the path leaves the page to the browser.
  if (path === null) return null;
  const handlerPath = pathOf(urls.handler).replace(/\/+$/, '');
  const name = path.startsWith(`${handlerPath}/`) ? path.slice(handlerPath.length).replaceAll(/^\/+|\/+$/g, '') : '';
  return <Page name={name} fullPage={fullPage} />;
}

function Page({ name, fullPage }: { name: string; fullPage: boolean }) {
  switch (name) {
    case 'sign-in':
      return <SignIn fullPage={fullPage} />;
    case 'sign-up':
      return <SignUp fullPage={fullPage} />;
    case 'sign-out':
      return <SignOut fullPage={fullPage} />;
    case 'forgot-password':
      return <ForgotPassword fullPage={fullPage} />;
    case 'password-reset':
      return <PasswordReset fullPage={fullPage} />;
    case 'email-verification':
      return <EmailVerification fullPage={fullPage} />;
    case 'team-invitation':
      return <TeamInvitation fullPage={fullPage} />;
    case 'account-settings':
      return <AccountSettings fullPage={fullPage} />;
    case 'error':
      return <LostPage because="error" fullPage={fullPage} />;
    default:
      return <LostPage because="unknown-page" fullPage={fullPage} />;
  }
}

function pathOf(url: string): string {
  // The base only completes what is a path alone.
  return new URL(url, 'http://localhost').pathname;
}
