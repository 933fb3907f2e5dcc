import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Endpoint } from './choose-endpoint.ts';

/** What `postmaster.pid` in a cluster says; PostgreSQL writes its lines one by one while it starts. */
export interface PostmasterFile {
  pid: number;
  /** Undefined as long as it does not listen. */
  endpoint: Endpoint | undefined;
  /** Whether connections are accepted. */
  ready: boolean;
}

/** Reads the file that a running postmaster keeps in its cluster, and a killed one leaves there; undefined when there is none. */
export async function readPostmasterFile(cluster: string): Promise<PostmasterFile | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  // The lines: pid, cluster, start time, port, socket folder, TCP address, shared memory, status.
  const [pid, , , port, socketFolder, address, , status] = text.split('\n').map((line) => line.trim());
  if (pid === undefined || !/^\d+$/.test(pid)) return undefined;
  const host = socketFolder || address;
  return { pid: Number(pid), endpoint: host ? { host, port: Number(port) } : undefined, ready: status === 'ready' };
}
