import { fastifySwaggerUi, type FastifySwaggerUiOptions } from '@fastify/swagger-ui';
import { createOpenApiDocument } from '@latchkey/contract';
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { version } from '../../platform/version.ts';
import { referenceLogo, referenceStyle } from './reference-style.ts';

const contentSecurityPolicy =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

const interfaceOptions: FastifySwaggerUiOptions = {
  routePrefix: '/docs',
  staticCSP: contentSecurityPolicy,
  uiConfig: {
    deepLinking: true,
    defaultModelsExpandDepth: 0,
    docExpansion: 'none',
    filter: true,
    tryItOutEnabled: true,
  },
  logo: { type: 'image/svg+xml', content: referenceLogo, href: '/' },
  theme: {
    title: 'Latchkey API reference',
    css: [{ filename: 'latchkey.css', content: referenceStyle }],
    favicon: [{ filename: 'key.svg', rel: 'icon', type: 'image/svg+xml', sizes: 'any', content: referenceLogo }],
  },
};

/** `/openapi.json`, and a page at `/docs` to read it and try it, with nothing loaded from elsewhere. */
export function reference(app: FastifyInstance, { publicUrl }: { publicUrl: string }): void {
  const document = createOpenApiDocument({ url: publicUrl, version });

  app.get('/openapi.json', (_request, reply) => reply.header('access-control-allow-origin', '*').send(document));

  app.register(async (docs) => {
    docs.decorate('swagger', () => document);
    await swaggerUi(docs, interfaceOptions);
  });
}

/** Called rather than registered: as a plugin it insists on a generator of documents beside it, and ours is made already. */
const swaggerUi = fastifySwaggerUi as unknown as FastifyPluginAsync<FastifySwaggerUiOptions>;
