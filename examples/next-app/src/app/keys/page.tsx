'use client';
import { ApiKeys, useUser } from '@latchkey/react';

/** A client page: key management, for the same invoices at `/v1/invoices`. */
export default function KeysPage() {
  const user = useUser({ or: 'redirect' });
  return (
    <main className="page">
      <ApiKeys owner={user} apiUrl="/v1/invoices" />
    </main>
  );
}
