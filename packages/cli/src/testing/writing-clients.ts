import { setTimeout as pause } from 'node:timers/promises';
import type { TestAnswer } from '@latchkey/test-kit';
import type { Application } from './application.ts';
import { until } from './processes.ts';

/** What a client was told when its request failed; null when the connection broke. */
export type Refusal = TestAnswer | null;

/** What clients were told by the server, to be held against what it says after a kill. */
export class Acknowledgements {
  /** Of keys by id: creation acknowledged, revocation never asked for. */
  readonly keys = new Map<string, string>();
  /** Of keys by id: revocation acknowledged. */
  readonly revocations = new Map<string, string>();
  count = 0;

  /** Takes a key to revoke; until that is acknowledged nobody knows what has become of the key. */
  takeKey(): [id: string, key: string] | undefined {
    const [entry] = this.keys;
    if (entry !== undefined) this.keys.delete(entry[0]);
    return entry;
  }
}

/** Clients that create and revoke keys, all at the same time, each as fast as it gets answers. */
export interface WritingClients {
  refusals: Refusal[];
  /** Resolves after this many further acknowledgements. */
  acknowledged(count: number): Promise<void>;
  /** Resolves once the last request has been answered, or broken off. */
  stop(): Promise<void>;
}

export interface WritingTask {
  application: Application;
  userId: string;
  acknowledgements: Acknowledgements;
}

const clients = 8;
/** A refused connection takes no time at all: without a pause nothing else would get a turn. */
const pauseAfterRefusalInMilliseconds = 10;

export function startWritingClients(task: WritingTask): WritingClients {
  const refusals: Refusal[] = [];
  const { acknowledgements } = task;
  let goesOn = true;
  const running = Promise.all(
    Array.from({ length: clients }, async () => {
      while (goesOn) {
        const refusal = await writeOnce(task);
        if (refusal === undefined) continue;
        refusals.push(refusal);
        await pause(pauseAfterRefusalInMilliseconds);
      }
    }),
  );
  return {
    refusals,
    async acknowledged(count) {
      const wanted = acknowledgements.count + count;
      await until(() => acknowledgements.count >= wanted);
    },
    async stop() {
      goesOn = false;
      await running;
    },
  };
}

/** Creates a key and revokes one of two; undefined when all was acknowledged. */
async function writeOnce({ application, userId, acknowledgements }: WritingTask): Promise<Refusal | undefined> {
  const created = await answerOf(application.createKey(userId));
  if (created?.status !== 200) return created;
  acknowledgements.keys.set(created.body.id, created.body.value);
  acknowledgements.count += 1;
  if (acknowledgements.count % 2 === 0) return undefined;

  const [id, key] = acknowledgements.takeKey() ?? ['', ''];
  const revoked = await answerOf(application.revokeKey(id));
  if (revoked?.status !== 200) return revoked;
  acknowledgements.revocations.set(id, key);
  acknowledgements.count += 1;
  return undefined;
}

async function answerOf(answer: Promise<TestAnswer>): Promise<TestAnswer | null> {
  return answer.catch(() => null);
}
