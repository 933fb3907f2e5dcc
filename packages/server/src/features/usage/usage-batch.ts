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
 * still counted for the project, and only what they say of the key is lost. Each check comes by, so what is known is found
 * by what it names, and no text is made of that.
 */
export class UsageBatch {
  readonly #maxKeyCounts: number;
  readonly #checks: CheckCount[] = [];
  readonly #requests: RequestUse[] = [];
  /** The checks by project and key; of one key they are few. */
  readonly #checksOf = new Map<string, Map<string | null, CheckCount[]>>();
  /** The requests by project; its keys are few. */
  readonly #requestsOf = new Map<string, RequestUse[]>();

  constructor(maxKeyCounts: number) {
    this.#maxKeyCounts = maxKeyCounts;
  }

  get checks(): readonly CheckCount[] {
    return this.#checks;
  }

  get requests(): readonly RequestUse[] {
    return this.#requests;
  }

  get isEmpty(): boolean {
    return this.checks.length === 0 && this.requests.length === 0;
  }

  get isFull(): boolean {
    return Math.max(this.checks.length, this.requests.length) >= this.#maxKeyCounts;
  }

  addChecks(count: CheckCount): void {
    const { projectId, apiKeyId, hour, outcome } = count;
    const ofKey = this.#checksOf.get(projectId)?.get(apiKeyId);
    const known = ofKey?.find((other) => other.hour === hour && other.outcome === outcome);
    if (known !== undefined) {
      known.checks += count.checks;
      known.lastAt = Math.max(known.lastAt, count.lastAt);
    } else if (this.checks.length < this.#roomFor(apiKeyId)) {
      this.#keepChecks({ ...count });
    } else if (apiKeyId !== null) {
      this.addChecks({ ...count, apiKeyId: null });
    }
  }

  addRequest(use: RequestUse): void {
    const { projectId, key } = use;
    const ofProject = this.#requestsOf.get(projectId) ?? [];
    const known = ofProject.find((other) => other.key?.hash === key?.hash && other.key?.kind === key?.kind);
    if (known !== undefined) {
      known.lastAt = Math.max(known.lastAt, use.lastAt);
    } else if (this.requests.length < this.#maxKeyCounts) {
      const kept = { ...use };
      this.#requests.push(kept);
      this.#requestsOf.set(projectId, [...ofProject, kept]);
    }
  }

  /** Takes up what another batch holds, as far as there is room. */
  add({ checks, requests }: UsageBatch): void {
    for (const count of checks) this.addChecks(count);
    for (const use of requests) this.addRequest(use);
  }

  #keepChecks(count: CheckCount): void {
    const { projectId, apiKeyId } = count;
    const ofProject = this.#checksOf.get(projectId) ?? new Map<string | null, CheckCount[]>();
    this.#checksOf.set(projectId, ofProject.set(apiKeyId, [...(ofProject.get(apiKeyId) ?? []), count]));
    this.#checks.push(count);
  }

  /** Counts without a key are few, one for each project, hour and outcome, and come after the others. */
  #roomFor(apiKeyId: string | null): number {
    return apiKeyId === null ? 2 * this.#maxKeyCounts : this.#maxKeyCounts;
  }
}
