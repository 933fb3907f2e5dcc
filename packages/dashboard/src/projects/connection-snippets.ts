import type { ConnectionKeys } from './connection-keys.ts';

/** Where an application finds its project. */
export interface Connection {
  /** The origin of the server. */
  url: string;
  projectId: string;
  /** undefined: they cannot be shown any more. */
  keys: ConnectionKeys | undefined;
  /** Whether users hold keys there. */
  allowsUserApiKeys: boolean;
}

/** What an application is written with. */
export type Stack = 'javascript' | 'react' | 'next' | 'curl';

/** Something to paste, and where. */
export interface Snippet {
  /** A command line, or the name of the file. */
  title: string;
  code: string;
}

/** The lines of the file `.env`: what the SDK reads there by itself. */
export function environmentLines({ url, projectId, keys }: Connection, stack: Stack): string {
  // Next.js hands to browsers what is named so.
  const seen = stack === 'next' ? 'NEXT_PUBLIC_' : '';
  return [
    `${seen}STACK_API_URL=${url}`,
    `${seen}STACK_PROJECT_ID=${projectId}`,
    `${seen}STACK_PUBLISHABLE_CLIENT_KEY=${keys?.publishableClientKey ?? 'pck_…'}`,
    `STACK_SECRET_SERVER_KEY=${keys?.secretServerKey ?? 'ssk_…'}`,
  ].join('\n');
}

/** What to paste beside it, in order; each first run makes a request of the project. */
export function connectionSnippets(connection: Connection, stack: Stack): Snippet[] {
  return writers[stack](connection);
}

const writers: Record<Stack, (connection: Connection) => Snippet[]> = {
  javascript: ({ allowsUserApiKeys }) => [
    { title: 'Install', code: 'npm install @latchkey/js' },
    { title: 'first-key.mjs', code: allowsUserApiKeys ? firstKey : firstUser },
    { title: 'Run', code: 'node --env-file=.env first-key.mjs' },
  ],
  react: (connection) => [
    { title: 'Install', code: 'npm install @latchkey/react' },
    { title: 'src/application.tsx', code: reactApplication(connection) },
  ],
  next: () => [
    { title: 'Install', code: 'npm install @latchkey/react' },
    { title: 'app/stack-provider.tsx, around the children in app/layout.tsx', code: nextProvider },
    { title: 'app/handler/[...stack]/page.tsx', code: nextHandler },
    { title: 'app/keys/page.tsx', code: nextKeysPage },
  ],
  curl: () => [{ title: 'In a shell', code: listUsers }],
};

const firstKey = `import { StackServerApp } from '@latchkey/js';

const stackServerApp = new StackServerApp({ tokenStore: null });

const user = await stackServerApp.createUser({ displayName: 'Ada' });
const apiKey = await user.createApiKey({
  description: 'My first key',
  expiresAt: new Date(Date.now() + 90 * 24 * 60 * 60 * 1000),
  isPublic: false,
});

// This is what your API does with a key that somebody presents.
const owner = await stackServerApp.getUser({ apiKey: apiKey.value });
console.log('The key belongs to', owner?.displayName);`;

const firstUser = `import { StackServerApp } from '@latchkey/js';

const stackServerApp = new StackServerApp({ tokenStore: null });

const user = await stackServerApp.createUser({ displayName: 'Ada' });
console.log('The first user is', user.id);`;

function reactApplication({ url, projectId, keys }: Connection): string {
  return `import { ApiKeys, StackClientApp, StackHandler, StackProvider, UserButton, useUser } from '@latchkey/react';
import '@latchkey/react/styles.css';

const stackApp = new StackClientApp({
  baseUrl: '${url}',
  projectId: '${projectId}',
  publishableClientKey: '${keys?.publishableClientKey ?? 'pck_…'}',
  tokenStore: 'cookie',
});

export function Application() {
  return (
    <StackProvider app={stackApp}>
      {location.pathname.startsWith('/handler') ? <StackHandler fullPage /> : <KeysPage />}
    </StackProvider>
  );
}

${keysPage('function KeysPage')}`;
}

const nextProvider = `'use client';
import { StackClientApp, StackProvider as Provider } from '@latchkey/react';
import '@latchkey/react/styles.css';
import { type ReactNode, useState } from 'react';

export function StackProvider({ children }: { children: ReactNode }) {
  const [app] = useState(() => new StackClientApp({ tokenStore: 'cookie' }));
  return <Provider app={app}>{children}</Provider>;
}`;

const nextHandler = `import { StackHandler } from '@latchkey/react';

export default async function HandlerPage({ params }: { params: Promise<{ stack: string[] }> }) {
  const { stack } = await params;
  return <StackHandler location={\`/handler/\${stack.join('/')}\`} />;
}`;

const nextKeysPage = `'use client';
import { ApiKeys, UserButton, useUser } from '@latchkey/react';

${keysPage('export default function KeysPage')}`;

function keysPage(declaration: string): string {
  return `${declaration}() {
  const user = useUser({ or: 'redirect' });
  return (
    <main>
      <UserButton />
      <ApiKeys owner={user} />
    </main>
  );
}`;
}

const listUsers = `set -a; . ./.env; set +a

curl "$STACK_API_URL/api/v1/users" \\
  -H "x-stack-access-type: server" \\
  -H "x-stack-project-id: $STACK_PROJECT_ID" \\
  -H "x-stack-secret-server-key: $STACK_SECRET_SERVER_KEY"`;
