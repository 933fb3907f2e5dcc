import { useStackApp, useUser } from '@stackframe/react';

/** Who is signed in, and the ways from here. */
export function HomePage() {
  const { urls } = useStackApp();
  const user = useUser();

  return (
    <main style={{ maxWidth: 640, margin: '64px auto', padding: '0 24px' }}>
      <h1>Northwind</h1>
      {user === null ? (
        <p>
          Nobody is signed in. <a href={urls.signUp}>Sign up</a> or <a href={urls.signIn}>sign in</a>.
        </p>
      ) : (
        <p>
          Signed in as {user.primaryEmail}. <a href={urls.accountSettings}>Account settings</a> has the API keys;{' '}
          <a href={urls.signOut}>sign out</a>.
        </p>
      )}
    </main>
  );
}
