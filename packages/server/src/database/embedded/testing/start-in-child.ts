import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { EmbeddedPostgres } from '../start-embedded-postgres.ts';

type Started = Pick<EmbeddedPostgres, 'connection' | 'location' | 'notices' | 'pid'>;

/** A Latchkey of its own process that has started its database. */
export interface StartedChild extends Started {
  process: ChildProcess;
  kill(): Promise<void>;
  stop(): Promise<void>;
}

interface ChildOptions {
  dataDirectory: string;
  uid?: number;
  environment?: Record<string, string>;
}

const script = fileURLToPath(new URL('start-in-child.fixture.ts', import.meta.url));

/** Starts the database in a process of its own, which a test may kill; rejects with the sentence when the start is refused. */
export async function startInChild(options: ChildOptions): Promise<StartedChild> {
  const child = spawnStart(options);
  const answer = await readAnswer(child);
  if ('refusal' in answer) throw new Error(answer.refusal);
  return {
    ...answer,
    process: child,
    async kill() {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
    async stop() {
      child.stdin?.end();
      await once(child, 'exit');
    },
  };
}

/** As `startInChild`, without waiting for anything. */
export function spawnStart({ dataDirectory, uid, environment }: ChildOptions): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', script, dataDirectory], {
    env: { ...environment },
    stdio: ['pipe', 'pipe', 'inherit'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
}

async function readAnswer(child: ChildProcess): Promise<Started | { refusal: string }> {
  if (child.stdout === null) throw new Error('the child has no standard output');
  for await (const line of createInterface(child.stdout)) return JSON.parse(line) as Started | { refusal: string };
  throw new Error('the child ended without an answer');
}
