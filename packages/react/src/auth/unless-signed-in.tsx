'use client';
import { type ReactNode, useEffect } from 'react';
import { useStackApp } from '../hooks/use-stack-app.ts';
import { useUser } from '../hooks/use-user.ts';
import { RestrictedCard } from './restricted-card.tsx';
import { SignedInCard } from './signed-in-card.tsx';

export interface SignedOutPageProps {
  /** Whoever is signed in already goes on at once, instead of being asked. Default: false. */
  automaticRedirect?: boolean | undefined;
}

export interface UnlessSignedInProps extends SignedOutPageProps {
  /** The page itself is signing somebody in, and is about to go. */
  isBusy: boolean;
  children: ReactNode;
}

/** What is for people who are not signed in; the others are told so. */
export function UnlessSignedIn({ isBusy, automaticRedirect = false, children }: UnlessSignedInProps) {
  const app = useStackApp();
  const user = useUser({ includeRestricted: true });
  const isElsewhere = automaticRedirect && !isBusy && user !== null && !user.isRestricted;
  useEffect(() => {
    if (isElsewhere) app.redirectToAfterSignIn();
  }, [app, isElsewhere]);
  if (user === null || isBusy) return children;
  return user.isRestricted ? <RestrictedCard user={user} /> : <SignedInCard user={user} />;
}
