import { fastifySwaggerUi, type FastifySwaggerUiOptions } from '@fastify/swagger-ui';
import { createOpenApiDocument } from '@latchkey/contract';
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { version } from '../../platform/version.ts';

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
  theme: { title: 'Latchkey API reference' },
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
