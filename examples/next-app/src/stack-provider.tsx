'use client';
import { StackClientApp, StackProvider as LatchkeyProvider } from '@latchkey/react';
import { type ReactNode, useState } from 'react';

export interface StackProviderProps {
  baseUrl: string;
  projectId: string;
  publishableClientKey: string;
  children: ReactNode;
}

/** The app of the browser, configured by the server: what runs is not tied to what was known when it was built. */
export function StackProvider({ children, ...options }: StackProviderProps) {
  const [app] = useState(() => new StackClientApp({ ...options, tokenStore: 'cookie' }));
  return <LatchkeyProvider app={app}>{children}</LatchkeyProvider>;
}
