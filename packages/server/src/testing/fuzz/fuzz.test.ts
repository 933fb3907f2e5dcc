import { randomInt } from 'node:crypto';
import { Agent } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { startTestServer, type TestServer } from '@latchkey/test-kit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerProblems, knownErrorOf } from './answer-problems.ts';
import { createScene, type Scene } from './create-scene.ts';
import { describeRequest, type HostileRequest, hostileRequest } from './hostile-request.ts';
import { isWornOut } from './is-worn-out.ts';
import { sendHostileRequest } from './send-hostile-request.ts';

const requests = Number(process.env.LATCHKEY_FUZZ_REQUESTS ?? 10_000);
const seed = Number(process.env.LATCHKEY_FUZZ_SEED ?? randomInt(2 ** 31));
const connections = 2;
const requestsPerScene = 400;

/** A server keeps caches of its own, and a heap is never the same twice. */
const heapGrowth = 1.1;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ rateLimits: true });
});
afterAll(() => server.close());

it(
  `answers ${requests} hostile requests with no error of its own, none of them late, in steady memory`,
  { timeout: 0 },
  async () => {
    const statuses = new Map<number, number>();
    const send = createSender(server, statuses);
    const began = performance.now();

    report(`seed ${seed}: repeat with "npm run fuzz -- --requests ${requests} --seed ${seed}"`);
    await fireHalf(send, seed);
    const heapAfterFirst = heapMegabytes();
    await fireHalf(send, seed + connections);
    const heapAfterSecond = heapMegabytes();

    const seconds = (performance.now() - began) / 1_000;
    report(`${requests} requests in ${seconds.toFixed(0)} s: ${(requests / seconds).toFixed(0)} a second`);
    report(`heap after each half: ${heapAfterFirst.toFixed(1)} MB, ${heapAfterSecond.toFixed(1)} MB`);
    report(
      `statuses: ${[...statuses]
        .sort()
        .map(([status, count]) => `${status} x ${count}`)
        .join(', ')}`,
    );
    expect(heapAfterSecond).toBeLessThan(heapAfterFirst * heapGrowth);
    await expectKeysToWork();
  },
);

type Send = (request: HostileRequest, agent: Agent) => Promise<void>;

/**
 * Sends to a scene that is renewed before it is worn out; once a request has failed, after each that may have changed
 * something, so that smaller ones meet what it met.
 */
function createSender(server: TestServer, statuses: Map<number, number>): Send {
  let scene: Promise<Scene> = createScene(server);
  let left = requestsPerScene;
  let hasFailed = false;
  return async (request, agent) => {
    left -= 1;
    if (left < 0) {
      left = requestsPerScene;
      scene = createScene(server);
    }
    try {
      const answer = await sendHostileRequest(agent, server.url, request, await scene);
      if ((hasFailed && answer.status < 300) || isWornOut(knownErrorOf(request, answer), request)) left = 0;
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      const problems = answerProblems(request, answer);
      if (problems.length > 0) throw new Error(`${problems.join('; ')}\n${answer.text.slice(0, 1_000)}`);
    } catch (error) {
      hasFailed = true;
      throw error;
    }
  };
}

/** Each connection its own sequence of requests; the smallest request that fails is the failure. */
async function fireHalf(send: Send, firstSeed: number): Promise<void> {
  const numRuns = Math.ceil(requests / 2 / connections);
  const fire = async (_: unknown, index: number): Promise<void> => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const property = fc.asyncProperty(hostileRequest, (request) => send(request, agent));
    const { failed, counterexample, errorInstance } = await fc.check(property, { seed: firstSeed + index, numRuns });
    agent.destroy();
    if (failed)
      throw new Error(
        `${String(errorInstance)}\n\n${counterexample === null ? '' : describeRequest(counterexample[0])}`,
      );
  };
  const outcomes = await Promise.allSettled(Array.from({ length: connections }, fire));
  const failures = outcomes.filter((outcome) => outcome.status === 'rejected');
  if (failures.length > 0) throw new Error(failures.map(({ reason }) => String(reason)).join('\n\n---\n\n'));
}

function heapMegabytes(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

async function expectKeysToWork(): Promise<void> {
  const project = await server.createProject({ allow_user_api_keys: true });
  const user = await project.createUser();
  const fields = { description: 'afterwards', expires_at_millis: null, user_id: user.id };
  const key = await server.call(project.server, 'POST', '/user-api-keys', fields);
  const check = await server.call(project.server, 'POST', '/user-api-keys/check', { api_key: key.body.value });
  expect(check).toMatchObject({ status: 200, body: { id: key.body.id, user_id: user.id } });
}

function report(line: string): void {
  process.stdout.write(`${line}\n`);
}
