import type { RefusalReason } from '@latchkey/contract';

/** What became of a check. */
export type CheckOutcome = 'valid' | RefusalReason;

/** Told what is used, on the way of every request: it counts in memory and returns at once. */
export interface UsageRecorder {
  /** @param check `apiKeyId` is null where the string is no key of the project */
  recordCheck(check: { projectId: string; apiKeyId: string | null; outcome: CheckOutcome }): void;
  /**
   * A request of an application, not of a person in the dashboard.
   *
   * @param key the live project key it named; its hash is in hexadecimal
   */
  recordRequest(projectId: string, key: { kind: string; hash: string } | null): void;
}

/** For what is no server. */
export const noUsageRecorder: UsageRecorder = { recordCheck: () => undefined, recordRequest: () => undefined };
