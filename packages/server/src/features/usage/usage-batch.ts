import type { CheckOutcome } from '../../platform/usage-recorder.ts';

/** Checks of one key in one hour that came to the same; without a key, those of strings that are none of the project. */
export interface CheckCount {
  projectId: string;
  apiKeyId: string | null;
  /** Its beginning, in milliseconds since 1970. */
  hour: number;
  outcome: CheckOutcome;
  checks: number;
  /** Milliseconds since 1970. */
  lastAt: number;
}

/** The last request that named a project key, or none. */
export interface RequestUse {
  projectId: string;
  key: { kind: string; hash: string } | null;
  /** Milliseconds since 1970. */
  lastAt: number;
}

/**
 * What was counted and is not written yet. Its size has a bound: when there is no room for another key, its checks are
 * still counted for the project, and only what they say of the key is lost.
 */
export class UsageBatch {
  readonly #maxKeyCounts: number;
  readonly #checks = new Map<string, CheckCount>();
  readonly #requests = new Map<string, RequestUse>();

  constructor(maxKeyCounts: number) {
    this.#maxKeyCounts = maxKeyCounts;
  }

  get checks(): readonly CheckCount[] {
    return [...this.#checks.values()];
  }

  get requests(): readonly RequestUse[] {
    return [...this.#requests.values()];
  }

  get isEmpty(): boolean {
    return this.#checks.size === 0 && this.#requests.size === 0;
  }

  get isFull(): boolean {
    return Math.max(this.#checks.size, this.#requests.size) >= this.#maxKeyCounts;
  }

  addChecks(count: CheckCount): void {
    const { projectId, apiKeyId, hour, outcome } = count;
    const name = `${projectId} ${apiKeyId} ${hour} ${outcome}`;
    const known = this.#checks.get(name);
    if (known !== undefined) {
      known.checks += count.checks;
      known.lastAt = Math.max(known.lastAt, count.lastAt);
    } else if (this.#checks.size < this.#roomFor(apiKeyId)) {
      this.#checks.set(name, { ...count });
    } else if (apiKeyId !== null) {
      this.addChecks({ ...count, apiKeyId: null });
    }
  }

  addRequest(use: RequestUse): void {
    const { projectId, key } = use;
    const name = key === null ? projectId : `${projectId} ${key.kind} ${key.hash}`;
    const known = this.#requests.get(name);
    if (known !== undefined) known.lastAt = Math.max(known.lastAt, use.lastAt);
    else if (this.#requests.size < this.#maxKeyCounts) this.#requests.set(name, { ...use });
  }

  /** Takes up what another batch holds, as far as there is room. */
  add(batch: UsageBatch): void {
    for (const count of batch.#checks.values()) this.addChecks(count);
    for (const use of batch.#requests.values()) this.addRequest(use);
  }

  /** Counts without a key are few, one for each project, hour and outcome, and come after the others. */
  #roomFor(apiKeyId: string | null): number {
    return apiKeyId === null ? 2 * this.#maxKeyCounts : this.#maxKeyCounts;
  }
}
