import { StackServerApp } from '@latchkey/js';
import { headers } from 'next/headers';

// The server's address, the project and its keys are in the environment: STACK_API_URL and so on.
export const stackServerApp = new StackServerApp({ tokenStore: null });

/** Whoever made the request that is being answered, by the cookie that signing in has set. */
export async function readUser() {
  return stackServerApp.getUser({ tokenStore: { headers: await headers() } });
}
