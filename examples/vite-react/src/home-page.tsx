import { useStackApp, useUser } from '@latchkey/react';
import { invoicesUrl } from './invoices-url.ts';
import type { Words } from './words.ts';

/** What Northwind is for, and the next step. */
export function HomePage({ words }: { words: Words }) {
  const { urls } = useStackApp();
  const user = useUser();
  return (
    <main className="page">
      <h1 className="title">{words.title}</h1>
      <p className="introduction">{words.introduction}</p>
      {user === null ? (
        <p className="actions">
          <a className="button primary" href={urls.signUp}>
            {words.signUp}
          </a>
          <a className="button" href={urls.signIn}>
            {words.signIn}
          </a>
        </p>
      ) : (
        <p className="actions">
          <a className="button primary" href="/keys">
            {words.createKey}
          </a>
        </p>
      )}
      <p>{words.useKey}</p>
      <pre className="code" dir="ltr" tabIndex={0} aria-label="curl">
        <code>{`curl ${invoicesUrl} \\\n  -H "Authorization: Bearer $NORTHWIND_API_KEY"`}</code>
      </pre>
    </main>
  );
}
