import { ApiKeys, useUser } from '@latchkey/react';
import { invoicesUrl } from './invoices-url.ts';
import type { Words } from './words.ts';

interface KeysPageProps {
  words: Words;
  of: 'user' | 'team';
}

/** The API keys of whoever is signed in, or those of their selected team. */
export function KeysPage({ words, of }: KeysPageProps) {
  const user = useUser({ or: 'redirect' });
  const team = user.selectedTeam;
  return (
    <main className="page">
      <nav className="tabs" aria-label={words.keysOf}>
        <a href="/keys" aria-current={of === 'user' ? 'page' : undefined}>
          {words.yourKeys}
        </a>
        <a href="/keys/team" aria-current={of === 'team' ? 'page' : undefined}>
          {team?.displayName ?? words.teamKeys}
        </a>
      </nav>
      {of === 'team' && team === null ? (
        <Instead title={words.keys} text={words.noTeam} />
      ) : (
        <ApiKeys
          owner={of === 'team' && team !== null ? team : user}
          apiUrl={invoicesUrl}
          fallback={<Instead title={words.keys} text={words.notAllowed} />}
        />
      )}
    </main>
  );
}

function Instead({ title, text }: { title: string; text: string }) {
  return (
    <>
      <h1 className="title">{title}</h1>
      <p className="introduction">{text}</p>
    </>
  );
}
