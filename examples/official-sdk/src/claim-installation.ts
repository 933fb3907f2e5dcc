import assert from 'node:assert/strict';
import type { LatchkeyServer } from './latchkey-server.ts';

export interface Operator {
  email: string;
  password: string;
}

/** Takes the new installation with the claim code it printed, and becomes its first operator. */
export async function claimInstallation(server: LatchkeyServer): Promise<Operator> {
  const operator: Operator = { email: 'operator@example.com', password: 'correct horse battery staple' };

  const answer = await fetch(`${server.baseUrl}/api/v1/latchkey/claim`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code: server.claimCode, ...operator }),
  });
  assert.ok(answer.ok, `the claim code is accepted; the answer was ${answer.status} ${await answer.text()}`);
  return operator;
}
