import { StackHandler, StackProvider } from '@latchkey/react';
import { Suspense } from 'react';
import { Header } from './header.tsx';
import { HomePage } from './home-page.tsx';
import { KeysPage } from './keys-page.tsx';
import { PreferencesBar } from './preferences-bar.tsx';
import { stackClientApp } from './stack-client-app.ts';
import { usePreferences } from './use-preferences.ts';
import { words, type Words } from './words.ts';

/** Every page of Northwind: its own by their path, and those of Latchkey below /handler. */
export function Application() {
  const preferences = usePreferences();
  const ours = words[preferences.language];
  return (
    <StackProvider app={stackClientApp} lang={preferences.language} theme={preferences.theme}>
      <Header words={ours} />
      <Suspense>
        <Page words={ours} />
      </Suspense>
      <PreferencesBar words={ours} {...preferences} />
    </StackProvider>
  );
}

function Page({ words }: { words: Words }) {
  const { pathname } = window.location;
  if (pathname.startsWith('/handler')) return <StackHandler />;
  if (pathname.startsWith('/keys')) return <KeysPage words={words} of={pathname === '/keys/team' ? 'team' : 'user'} />;
  return <HomePage words={words} />;
}
