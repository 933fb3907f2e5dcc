import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build, preview } from 'vite';

export interface ServedGallery {
  url: string;
  stop: () => Promise<void>;
}

/** Builds the gallery as an application would be built, and serves it on a free port. */
export async function serveGallery(): Promise<ServedGallery> {
  const root = import.meta.dirname;
  const outDir = await mkdtemp(path.join(tmpdir(), 'latchkey-gallery-'));
  const config = { root, configFile: false as const, logLevel: 'warn' as const, build: { outDir, emptyOutDir: true } };
  await build(config);
  const server = await preview({ ...config, preview: { host: '127.0.0.1', port: 0 } });
  const [url] = server.resolvedUrls?.local ?? [];
  if (url === undefined) throw new Error('The gallery is served nowhere.');
  return {
    url,
    stop: async () => {
      await server.close();
      await rm(outDir, { recursive: true });
    },
  };
}
