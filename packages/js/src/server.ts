export { apiKeyOf } from './guards/api-key-of.ts';
export {
  createApiKeyVerifier,
  type ApiKeyVerification,
  type ApiKeyVerifier,
  type ApiKeyVerifierOptions,
} from './guards/api-key-verifier.ts';
export { expressGuard } from './guards/express-guard.ts';
export { fastifyGuard } from './guards/fastify-guard.ts';
export { honoGuard } from './guards/hono-guard.ts';
// A route handler of Next.js is a handler of web-standard requests.
export { webGuard, webGuard as nextGuard } from './guards/web-guard.ts';
