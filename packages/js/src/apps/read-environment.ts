/**
 * The variables that applications of this protocol have set already. Each is spelled out, so that bundlers which replace
 * `process.env.NAME` find it; the public spelling of Next.js is the one that reaches browsers.
 */
export function readEnvironment() {
  // Bundlers that replace the names below leave nothing of `process`; without one, there may be no `process` at all.
  if (typeof process === 'undefined') return {};
  return {
    baseUrl: process.env.NEXT_PUBLIC_STACK_API_URL ?? process.env.STACK_API_URL,
    projectId: process.env.NEXT_PUBLIC_STACK_PROJECT_ID ?? process.env.STACK_PROJECT_ID,
    publishableClientKey:
      process.env.NEXT_PUBLIC_STACK_PUBLISHABLE_CLIENT_KEY ?? process.env.STACK_PUBLISHABLE_CLIENT_KEY,
    secretServerKey: process.env.STACK_SECRET_SERVER_KEY,
    superSecretAdminKey: process.env.STACK_SUPER_SECRET_ADMIN_KEY,
  };
}
