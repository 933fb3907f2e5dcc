import { plansOf, startTestServer, testSecret, type TestProject, type TestServer } from '@latchkey/test-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inTransaction } from '../../database/transaction.ts';
import { issueVerificationCode } from './issue-verification-code.ts';
import { checkVerificationCode, redeemVerificationCode } from './redeem-verification-code.ts';
import type { VerificationCodeKind } from './verification-code.ts';

let server: TestServer & { database: string };
let project: TestProject;
let userId: string;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

beforeEach(async () => {
  project = await server.createProject();
  userId = (await project.createUser()).id;
});

async function issue(kind: VerificationCodeKind = 'password_reset', lifetimeSeconds = 3_600): Promise<string> {
  const { deps } = server;
  const { code } = await issueVerificationCode(deps, deps.db, {
    projectId: project.id,
    kind,
    email: 'alice@example.com',
    userId,
    lifetimeSeconds,
  });
  return code;
}

function redeem(code: string, kind: VerificationCodeKind = 'password_reset', projectId = project.id) {
  return redeemVerificationCode(server.deps, server.deps.db, { projectId, kind, code });
}

function check(code: string, kind: VerificationCodeKind = 'password_reset', projectId = project.id) {
  return checkVerificationCode(server.deps, server.deps.db, { projectId, kind, code });
}

describe('a verification code', () => {
  it('has 45 base32 digits, of which the database knows only a hash', async () => {
    const code = await issue();
    expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{45}$/);
    const { rows } = await server.deps.pool.query<{ row: string }>(
      'select v::text || encode(hash, $1) as row from verification_codes v',
      ['escape'],
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { row } of rows) expect(row).not.toContain(code);
  });

  it('stands for what it was issued for, also after it was looked at', async () => {
    const code = await issue();
    const expected = { email: 'alice@example.com', userId, teamId: null, contactChannelId: null };
    expect(await check(code)).toMatchObject(expected);
    expect(await redeem(code)).toMatchObject(expected);
  });

  it('is good once', async () => {
    const code = await issue();
    await redeem(code);
    await expect(redeem(code)).rejects.toMatchObject({ code: 'VERIFICATION_CODE_ALREADY_USED' });
    await expect(check(code)).rejects.toMatchObject({ code: 'VERIFICATION_CODE_ALREADY_USED' });
  });

  it('is good once, however many redeem it at the same time', async () => {
    const code = await issue();
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => redeem(code)));
    const refusals = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refusals).toHaveLength(9);
    for (const { reason } of refusals) expect(reason).toMatchObject({ code: 'VERIFICATION_CODE_ALREADY_USED' });
  });

  it('stays good when the transaction that redeemed it fails', async () => {
    const code = await issue();
    const { deps } = server;
    const failing = inTransaction(deps.db, async (db) => {
      await redeemVerificationCode(deps, db, { projectId: project.id, kind: 'password_reset', code });
      throw new Error('power cut');
    });
    await expect(failing).rejects.toThrow('power cut');
    expect(await redeem(code)).toMatchObject({ userId });
  });

  it('ends with its lifetime', async () => {
    const code = await issue('password_reset', 60);
    server.clock.advance({ seconds: 60 });
    await expect(check(code)).rejects.toMatchObject({ code: 'VERIFICATION_CODE_EXPIRED' });
    await expect(redeem(code)).rejects.toMatchObject({ code: 'VERIFICATION_CODE_EXPIRED' });
  });

  it('can be looked at twenty times, which costs other codes nothing', async () => {
    const code = await issue();
    const another = await issue();
    for (let attempt = 0; attempt < 20; attempt += 1) await check(code);
    await expect(check(code)).rejects.toMatchObject({ code: 'VERIFICATION_CODE_MAX_ATTEMPTS_REACHED' });
    await expect(redeem(code)).rejects.toMatchObject({ code: 'VERIFICATION_CODE_MAX_ATTEMPTS_REACHED' });
    expect(await redeem(another)).toMatchObject({ userId });
  });

  it.each([
    ['for something else', (code: string) => redeem(code, 'email_verification')],
    ['of another project', async (code: string) => redeem(code, 'password_reset', (await server.createProject()).id)],
    ['with a digit changed', (code: string) => redeem(code.slice(0, -1) + (code.endsWith('0') ? '1' : '0'))],
    ['in capitals', (code: string) => redeem(code.toUpperCase())],
    ['of no digits', () => redeem('')],
  ])('%s is unknown, and nothing is counted or used', async (_title, attempt) => {
    const code = await issue();
    const before = await server.snapshot(['verification_codes']);
    await expect(attempt(code)).rejects.toMatchObject({ code: 'VERIFICATION_CODE_NOT_FOUND' });
    expect(await server.snapshot(['verification_codes'])).toEqual(before);
    expect(await redeem(code)).toMatchObject({ userId });
  });

  it('goes with its user', async () => {
    const code = await issue();
    await server.call(project.server, 'DELETE', `/users/${userId}`);
    await expect(redeem(code)).rejects.toMatchObject({ code: 'VERIFICATION_CODE_NOT_FOUND' });
  });

  it('outlives a rotation of the secret, as long as the former secret is given', async () => {
    const code = await issue();
    const rotated = await startTestServer({
      database: server.database,
      secrets: ['a new secret that only tests know, long', testSecret],
    });
    const presented = { projectId: project.id, kind: 'password_reset', code } as const;
    expect(await redeemVerificationCode(rotated.deps, rotated.deps.db, presented)).toMatchObject({ userId });
    await rotated.close();
  });
});

describe('with 50,000 codes', () => {
  it('a code is found by its index, and no scan', async () => {
    await server.deps.pool.query(
      `insert into verification_codes (project_id, id, kind, hash, secret_generation, email, created_at, expires_at)
       select $1, gen_random_uuid(), 'password_reset', sha256(n::text::bytea), 1, n || '@example.com', now(), now() + interval '1 hour'
       from generate_series(1, 50000) n`,
      [project.id],
    );
    await server.deps.pool.query('analyze verification_codes');
    const code = await issue();
    const plans = await plansOf(server, 'verification_codes', () =>
      redeem(code).then(() => redeem(code).catch(String)),
    );
    expect(plans.length).toBeGreaterThan(1);
    for (const plan of plans) {
      expect(plan).not.toContain('Seq Scan on verification_codes');
      expect(plan).toContain('verification_codes_hash_key');
    }
  });
});
