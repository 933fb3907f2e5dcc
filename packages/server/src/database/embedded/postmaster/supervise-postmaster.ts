import { setTimeout as sleep } from 'node:timers/promises';
import type { Postmaster } from './start-postmaster.ts';

/** A postmaster that is started again whenever it ends without being told to. */
export interface SupervisedPostmaster {
  /** The process that runs now, or ran last. */
  readonly pid: number;
  /** Resolves, with the last reason, when the postmaster has ended and could not be started again. */
  readonly failure: Promise<Error>;
  /** Ends the postmaster for good. */
  stop(): Promise<void>;
}

const maxAttempts = 7;
const firstDelayInMilliseconds = 100;
const longestDelayInMilliseconds = 5_000;
// A postmaster that dies as soon as it is up must not keep a core busy.
const shortestRunInMilliseconds = 250;

/** Starts a postmaster, unless the signal breaks that off. */
type Start = (signal: AbortSignal) => Promise<Postmaster>;

/** Calls `start` now and after each unexpected end; `report` gets a sentence for the log each time. */
export async function supervisePostmaster(
  start: Start,
  report: (sentence: string) => void,
): Promise<SupervisedPostmaster> {
  const stopRequest = new AbortController();
  return new Supervisor(await start(stopRequest.signal), stopRequest, start, report);
}

class Supervisor implements SupervisedPostmaster {
  readonly failure: Promise<Error>;
  readonly #stopRequest: AbortController;
  readonly #start: Start;
  readonly #report: (sentence: string) => void;
  readonly #finished: Promise<Error | undefined>;
  #postmaster: Postmaster;

  constructor(postmaster: Postmaster, stopRequest: AbortController, start: Start, report: (sentence: string) => void) {
    this.#postmaster = postmaster;
    this.#stopRequest = stopRequest;
    this.#start = start;
    this.#report = report;
    this.#finished = this.#keepRunning();
    this.failure = new Promise((resolve) => {
      void this.#finished.then((reason) => reason !== undefined && resolve(reason));
    });
  }

  get pid(): number {
    return this.#postmaster.pid;
  }

  async stop(): Promise<void> {
    this.#stopRequest.abort();
    await this.#postmaster.stop();
    await this.#finished;
  }

  /** Ends when told to, or with the reason for giving up. */
  async #keepRunning(): Promise<Error | undefined> {
    for (;;) {
      const startedAt = Date.now();
      const end = await this.#postmaster.ended;
      if (this.#stopRequest.signal.aborted) return undefined;
      this.#report(`PostgreSQL (process ${this.#postmaster.pid}) ended unexpectedly (${end}) and is started again.`);
      await this.#pause(shortestRunInMilliseconds - (Date.now() - startedAt));
      const next = await this.#startAgain();
      if (next === undefined || next instanceof Error) return next;
      this.#postmaster = next;
      if (this.#stopRequest.signal.aborted) await next.stop();
    }
  }

  async #startAgain(): Promise<Postmaster | Error | undefined> {
    for (let attempt = 1; !this.#stopRequest.signal.aborted; attempt += 1) {
      try {
        return await this.#start(this.#stopRequest.signal);
      } catch (error) {
        if (this.#stopRequest.signal.aborted) return undefined;
        const reason = error instanceof Error ? error : new Error(String(error));
        if (attempt === maxAttempts) return reason;
        this.#report(`PostgreSQL could not be started again, which is tried once more: ${reason.message}`);
        await this.#pause(Math.min(firstDelayInMilliseconds * 2 ** (attempt - 1), longestDelayInMilliseconds));
      }
    }
    return undefined;
  }

  async #pause(durationInMilliseconds: number): Promise<void> {
    if (durationInMilliseconds <= 0) return;
    await sleep(durationInMilliseconds, undefined, { signal: this.#stopRequest.signal }).catch(() => undefined);
  }
}
