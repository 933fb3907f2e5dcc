import '@latchkey/react/styles.css';
import './northwind.css';
import { UserButton } from '@latchkey/react';
import type { Metadata } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { StackProvider } from '../stack-provider.tsx';

export const metadata: Metadata = { title: 'Northwind', icons: 'data:,' };

// Each page is made for whoever asks for it.
export const dynamic = 'force-dynamic';

export default function Layout({ children }: { children: ReactNode }) {
  const { STACK_API_URL = '', STACK_PROJECT_ID = '', STACK_PUBLISHABLE_CLIENT_KEY = '' } = process.env;
  return (
    <html lang="en">
      <body>
        <StackProvider
          baseUrl={STACK_API_URL}
          projectId={STACK_PROJECT_ID}
          publishableClientKey={STACK_PUBLISHABLE_CLIENT_KEY}
        >
          <header className="header">
            <Link href="/">Northwind</Link>
            <Link href="/keys">API keys</Link>
            <UserButton />
          </header>
          {children}
        </StackProvider>
      </body>
    </html>
  );
}
