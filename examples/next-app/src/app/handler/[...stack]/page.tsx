import { StackHandler } from '@latchkey/react';

/** Sign-in, sign-up, account settings, and the pages that mails lead to. */
export default async function HandlerPage({ params }: { params: Promise<{ stack: string[] }> }) {
  const { stack } = await params;
  return <StackHandler location={`/handler/${stack.join('/')}`} />;
}
