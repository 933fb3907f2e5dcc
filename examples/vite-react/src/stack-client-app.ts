import { StackClientApp } from '@latchkey/react';

export const stackClientApp = new StackClientApp({
  baseUrl: import.meta.env.STACK_API_URL,
  projectId: import.meta.env.STACK_PROJECT_ID,
  publishableClientKey: import.meta.env.STACK_PUBLISHABLE_CLIENT_KEY,
  tokenStore: 'cookie',
});
