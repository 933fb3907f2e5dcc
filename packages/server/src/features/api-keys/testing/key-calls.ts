import type { TestCaller, TestServer } from '@latchkey/test-kit';
import { expect } from 'vitest';

/** What every wish for a key has to say. */
export const wish = { description: 'A program', expires_at_millis: null };

/** Calls that tests of keys make, on the server and for the team there are when they are made. */
export function keyCalls(scene: () => { server: TestServer; team: { id: string } }) {
  async function create(caller: TestCaller, path: string, fields: Record<string, unknown>) {
    const answer = await scene().server.call(caller, 'POST', path, { ...wish, ...fields });
    expect(answer.status).toBe(200);
    return answer.body;
  }

  return {
    /** A key of the caller's user, or of the one named. */
    createUserKey: (caller: TestCaller, fields: Record<string, unknown> = {}) =>
      create(caller, '/user-api-keys', { user_id: 'me', ...fields }),

    createTeamKey: (caller: TestCaller, fields: Record<string, unknown> = {}) =>
      create(caller, '/team-api-keys', { team_id: scene().team.id, ...fields }),

    /** Shows that a call is refused, and that no key and no mail is other than before. */
    async refuses(call: () => ReturnType<TestServer['call']>, status: number, code: string | null): Promise<void> {
      const before = await scene().server.snapshot(['api_keys', 'mails']);
      const answer = await call();
      expect([answer.status, answer.code]).toEqual([status, code]);
      expect(await scene().server.snapshot(['api_keys', 'mails'])).toEqual(before);
    },
  };
}
