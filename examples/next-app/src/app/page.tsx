import { listInvoicesOf } from '../invoices.ts';
import { readUser } from '../stack-server-app.ts';

/** A server component: the invoices of whoever asks, in the HTML that is sent. */
export default async function HomePage() {
  const user = await readUser();
  return (
    <main className="page">
      <h1>Invoices</h1>
      {user === null ? (
        <p>
          <a href="/handler/sign-up">Sign up</a> or <a href="/handler/sign-in">sign in</a> to see your invoices.
        </p>
      ) : (
        <>
          <p>Those of {user.displayName ?? user.primaryEmail}:</p>
          <ul>
            {listInvoicesOf(user).map(({ number, customer, totalInCents }) => (
              <li key={number}>
                {number} to {customer}: {(totalInCents / 100).toFixed(2)} €
              </li>
            ))}
          </ul>
        </>
      )}
    </main>
  );
}
